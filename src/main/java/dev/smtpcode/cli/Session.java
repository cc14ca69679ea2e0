package dev.smtpcode.cli;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.catalog.Overlay;
import dev.smtpcode.render.Block;
import dev.smtpcode.render.Display;
import dev.smtpcode.render.MarkdownRenderer;
import dev.smtpcode.render.TextRenderer;
import java.nio.file.Path;
import java.util.List;

/** What a run works with once options, environment and configuration are weighed. */
final class Session {
  /** What pages can be shown as. */
  static final String[] PAGE_FORMATS = {"text", "json", "markdown"};

  /** What the summary of a scan can be shown as. */
  static final String[] SCAN_FORMATS = {"text", "json", "csv", "markdown"};

  /** When to use colors. */
  static final String[] COLORS = {"auto", "always", "never"};

  private static final int NARROWEST = 40;

  private final Console console;
  private final OutputChoice choice;
  private final Catalog catalog;
  private final Messages messages;

  Session(Console console, OutputChoice given) {
    this.console = console;
    choice = Defaults.of(console).complete(given);
    String language = Languages.choose(choice.language(), console);
    String codes = choice.codes();
    catalog = new Catalog(language, codes == null ? null : Overlay.read(Path.of(codes)));
    messages = new Messages(language);
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

  /** The format asked for, checked against those that the command has. */
  String format(String... known) {
    String format = choice.format() == null ? "text" : choice.format();
    for (String k : known) {
      if (k.equals(format)) {
        return format;
      }
    }
    throw new UsageException(
        "unknown format '" + format + "': choose one of " + String.join(", ", known));
  }

  /** Shows a page as text or markdown. */
  void show(List<Block> page, String format) {
    show(render(page, format));
  }

  /** Shows a text; on a terminal through a pager where it is longer than the screen. */
  void show(String text) {
    if (choice.noPager() || console.variable("SMTPCODE_TERMINAL") == null) {
      console.out().print(text);
    } else {
      new Pager(console).show(text);
    }
  }

  /** A page as text or markdown. */
  String render(List<Block> page, String format) {
    return format.equals("markdown")
        ? new MarkdownRenderer().render(page)
        : new TextRenderer(display()).render(page);
  }

  Display display() {
    boolean terminal = console.variable("SMTPCODE_TERMINAL") != null;
    boolean dumb = "dumb".equals(console.variable("TERM"));
    boolean color = color(terminal && !dumb);
    List<String> unbroken = List.of(messages.get("wrap.unbroken").split(",", -1));
    return new Display(width(), color, color && terminal, unbroken);
  }

  private boolean color(boolean wantedByTerminal) {
    String when = choice.color() == null ? "auto" : choice.color();
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
          throw new UsageException(
              "unknown color '" + when + "': choose one of " + String.join(", ", COLORS));
    };
  }

  private int width() {
    String columns = console.variable("COLUMNS");
    try {
      return columns == null ? 80 : Math.max(NARROWEST, Integer.parseInt(columns.strip()));
    } catch (NumberFormatException e) {
      return 80;
    }
  }
}
