package dev.smtpcode.cli;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.catalog.Overlay;
import dev.smtpcode.render.Display;
import dev.smtpcode.render.OutputFormat;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run works with once options, environment and configuration are weighed. */
final class Session {
  /** When to use colors. */
  static final String[] COLORS = {"auto", "always", "never"};

  private static final int NARROWEST = 40;

  private final Console console;
  private final OutputChoice choice;
  private final Catalog catalog;
  private final Messages messages;

  /**
   * @param command whose defaults count
   */
  Session(Console console, String command, OutputChoice given) {
    this.console = console;
    choice = Defaults.of(console).complete(command, given);
    String language = Languages.choose(choice.language(), console);
    catalog = new Catalog(language, overlay(choice.codes()));
    messages = new Messages(language);
  }

  private static Overlay overlay(String folder) {
    if (folder == null) {
      return null;
    }
    Path path = Path.of(folder);
    if (!Files.isDirectory(path)) {
      throw UsageException.ofOption("codes", "codes.error.folder", folder);
    }
    return Overlay.read(path);
  }

  Console console() {
    return console;
  }

  Catalog catalog() {
    return catalog;
  }

  Messages messages() {
    return messages;
  }

  /**
   * Begins to write in the format asked for.
   *
   * @param pages what is going to be written; not every format shows all that there is
   */
  Renderer renderer(Class<? extends Page> pages) {
    String id = choice.format() == null ? OutputFormat.TEXT.id() : choice.format();
    OutputFormat format = OutputFormat.of(id, pages);
    if (format == null) {
      throw UsageException.ofOption(
          "format", "cli.error.format", id, String.join(", ", OutputFormat.ids(pages)));
    }
    return format.renderer(display(), messages);
  }

  /** Shows a text; on a terminal through a pager where it is longer than the screen. */
  void show(String text) {
    if (choice.noPager() || console.variable("SMTPCODE_TERMINAL") == null) {
      console.out().print(text);
    } else {
      new Pager(console).show(text);
    }
  }

  Display display() {
    return display(console, choice.color());
  }

  /**
   * What the output is shown on.
   *
   * @param colors when to use them; null where that is not said
   */
  static Display display(Console console, String colors) {
    boolean terminal = console.variable("SMTPCODE_TERMINAL") != null;
    boolean dumb = "dumb".equals(console.variable("TERM"));
    boolean color = color(console, colors == null ? "auto" : colors, terminal && !dumb);
    return new Display(width(console), color, color && terminal);
  }

  private static boolean color(Console console, String when, boolean wantedByTerminal) {
    return switch (when) {
      case "always" -> true;
      case "never" -> false;
      case "auto" -> {
        if (console.variable("NO_COLOR") != null) {
          yield false;
        }
        String force = console.variable("CLICOLOR_FORCE");
        yield force != null && !force.equals("0") || wantedByTerminal;
      }
      default ->
          throw UsageException.ofOption(
              "color", "cli.error.color", when, String.join(", ", COLORS));
    };
  }

  private static int width(Console console) {
    String columns = console.variable("COLUMNS");
    try {
      return columns == null ? 80 : Math.max(NARROWEST, Integer.parseInt(columns.strip()));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
