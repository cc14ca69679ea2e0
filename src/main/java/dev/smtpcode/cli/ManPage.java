package dev.smtpcode.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command in roff, read from its options and descriptions. */
final class ManPage {
  private static final int LONGEST_LINE = 72;

  private final CommandSpec command;
  private final StringBuilder out = new StringBuilder();

  private ManPage(CommandSpec command) {
    this.command = command;
  }

  /**
   * The page of a command.
   *
   * @param date of the release, such as {@code 2026-11-24}
   * @param common sections in roff that every page has
   */
  static String of(CommandSpec command, String version, String date, String common) {
    return new ManPage(command).page(version, date, common);
  }

  /** {@code smtpcode-explain} for {@code smtpcode explain}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String page(String version, String date, String common) {
    String title = name(command).toUpperCase(Locale.ROOT);
    out.append(".TH ").append(escaped(title)).append(" 1 ").append(date);
    out.append(" \"smtpcode ").append(version).append("\" \"User Commands\"\n.nh\n.ad l\n");
    heading("NAME");
    String[] description = command.usageMessage().description();
    String summary = CompletionModel.summary(command);
    out.append(escaped(name(command))).append(" \\- ");
    out.append(escaped(summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1)));
    out.append('\n');
    synopsis();
    heading("DESCRIPTION");
    String separator = "";
    for (String part : description) {
      paragraph(separator, part);
      separator = ".PP\n";
    }
    subcommands();
    arguments();
    options();
    out.append(common.stripTrailing()).append('\n');
    examples();
    seeAlso();
    return out.toString();
  }

  private void synopsis() {
    heading("SYNOPSIS");
    out.append(bold(command.qualifiedName()));
    boolean isRoot = command.parent() == null;
    if (isRoot) {
      out.append(" \\fICOMMAND\\fR [\\fIOPTION\\fR]... [\\fIARGUMENT\\fR]...\n.br\n");
      out.append(bold(command.name())).append(" \\fICODE\\fR...\n");
      return;
    }
    if (!command.options().isEmpty()) {
      out.append(" [\\fIOPTION\\fR]...");
    }
    for (PositionalParamSpec p : command.positionalParameters()) {
      String label = "\\fI" + escaped(p.paramLabel()) + "\\fR";
      String many = p.arity().max() > 1 ? "..." : "";
      out.append(p.arity().min() > 0 ? " " + label + many : " [" + label + "]" + many);
    }
    out.append('\n');
  }

  private void subcommands() {
    if (command.subcommands().isEmpty()) {
      return;
    }
    heading("COMMANDS");
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      out.append(".TP\n").append(bold(spec.name())).append('\n');
      paragraph("", CompletionModel.summary(spec) + ".");
      out.append("See\n.BR ").append(escaped(name(spec))).append(" (1).\n");
    }
  }

  private void arguments() {
    boolean described = false;
    for (PositionalParamSpec p : command.positionalParameters()) {
      if (p.hidden() || p.description().length == 0) {
        continue;
      }
      if (!described) {
        heading("ARGUMENTS");
        described = true;
      }
      out.append(".TP\n.I ").append(escaped(p.paramLabel())).append('\n');
      description(p);
    }
  }

  private void options() {
    List<OptionSpec> shown = command.options().stream().filter(o -> !o.hidden()).toList();
    if (shown.isEmpty()) {
      return;
    }
    heading("OPTIONS");
    for (OptionSpec o : shown) {
      out.append(".TP\n");
      String separator = "";
      for (String name : o.names()) {
        String shownName =
            o.negatable() && name.startsWith("--") ? "--[no-]" + name.substring(2) : name;
        out.append(separator).append(bold(shownName));
        separator = ", ";
      }
      if (o.arity().max() > 0) {
        out.append("=\\fI").append(escaped(o.paramLabel())).append("\\fR");
        if (!o.splitRegex().isEmpty()) {
          out.append("[,...]");
        }
      }
      out.append('\n');
      description(o);
    }
  }

  private void description(ArgSpec arg) {
    for (String line : arg.description()) {
      paragraph("", line);
    }
  }

  /** The lines of the footer that are set in are commands, the others say something of them. */
  private void examples() {
    String[] footer = command.usageMessage().footer();
    if (footer.length == 0) {
      return;
    }
    heading("EXAMPLES");
    boolean inExample = false;
    for (String line : footer) {
      boolean isExample = line.startsWith("  ");
      if (isExample != inExample) {
        out.append(isExample ? ".nf\n.RS\n" : ".RE\n.fi\n");
        inExample = isExample;
      }
      if (isExample) {
        out.append(escaped(plain(line))).append('\n');
      } else if (!line.isBlank()) {
        paragraph(".PP\n", line);
      }
    }
    if (inExample) {
      out.append(".RE\n.fi\n");
    }
  }

  private void seeAlso() {
    heading("SEE ALSO");
    CommandSpec root = command.root();
    String separator = "";
    if (command != root) {
      out.append(".BR ").append(escaped(name(root))).append(" (1)");
      separator = ",\n";
    }
    for (CommandLine sub : root.subcommands().values()) {
      CommandSpec other = sub.getCommandSpec();
      if (other != command) {
        out.append(separator).append(".BR ").append(escaped(name(other))).append(" (1)");
        separator = ",\n";
      }
    }
    out.append('\n');
  }

  private void heading(String title) {
    out.append(".SH ").append(title).append('\n');
  }

  /** Each sentence begins a line, as roff wants it, and no line is long. */
  private void paragraph(String lead, String text) {
    out.append(lead);
    for (String sentence : plain(text).split("(?<=\\.) ", -1)) {
      int length = 0;
      for (String word : sentence.split(" ", -1)) {
        boolean fits = length > 0 && length + word.length() < LONGEST_LINE;
        out.append(length == 0 ? "" : fits ? " " : "\n");
        length = fits ? length + 1 + word.length() : word.length();
        out.append(escaped(word));
      }
      out.append('\n');
    }
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  /** Descriptions are formats: a percent sign is doubled in them. */
  private static String plain(String description) {
    return description.replace("%n", " ").replace("%%", "%").strip();
  }

  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
