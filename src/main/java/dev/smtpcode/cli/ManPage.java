package dev.smtpcode.cli;

import dev.smtpcode.catalog.Messages;
import dev.smtpcode.render.Wrap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The manual page of a command in roff, read from its options and their texts. */
final class ManPage {
  private static final int LONGEST_LINE = 72;

  /** Variables that are no options; the first names the text. */
  private static final List<List<String>> VARIABLES =
      List.of(
          List.of("NO_COLOR", "CLICOLOR_FORCE"),
          List.of("COLUMNS"),
          List.of("PAGER"),
          List.of("LC_ALL", "LC_MESSAGES", "LANG"),
          List.of("JAVA_HOME"),
          List.of("SMTPCODE_CACHE"),
          List.of("SMTPCODE_NO_ARCHIVE"));

  private final CommandSpec command;
  private final HelpTexts texts;
  private final Messages messages;
  private final Wrap wrap;
  private final StringBuilder out = new StringBuilder();

  private ManPage(CommandSpec command, HelpTexts texts) {
    this.command = command;
    this.texts = texts;
    messages = texts.messages();
    wrap = Wrap.of(messages);
  }

  /**
   * The page of a command.
   *
   * @param date of the release, such as {@code 2026-11-24}
   */
  static String of(CommandSpec command, HelpTexts texts, String version, String date) {
    return new ManPage(command, texts).page(version, date);
  }

  /** {@code smtpcode-explain} for {@code smtpcode explain}. */
  static String name(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String page(String version, String date) {
    String title = name(command).toUpperCase(Locale.ROOT);
    out.append(".TH ").append(escaped(title)).append(" 1 ").append(date);
    out.append(" \"smtpcode ").append(version).append("\" \"");
    out.append(messages.get("man.manual")).append("\"\n.nh\n.ad l\n");
    if (!messages.language().equals("en")) {
      out.append(".ds HF R\n"); // bold is struck over, which tears marks off their letters
    }
    heading("name");
    String summary = texts.summary(command);
    out.append(escaped(name(command))).append(" \\- ");
    out.append(escaped(summary.substring(0, 1).toLowerCase(Locale.ROOT) + summary.substring(1)));
    out.append('\n');
    synopsis();
    heading("description");
    paragraphs(texts.description(command));
    subcommands();
    arguments();
    options();
    heading("exit-status");
    for (String status : List.of("0", "1", "2")) {
      term(bold(status), messages.get("man.exit-status." + status));
    }
    heading("configuration");
    paragraphs(List.of(messages.get("man.configuration").split("\n", -1)));
    heading("environment");
    for (List<String> names : VARIABLES) {
      String key = names.get(0).toLowerCase(Locale.ROOT).replace('_', '-');
      String terms = names.stream().map(ManPage::bold).collect(Collectors.joining(", "));
      term(terms, messages.get("man.environment." + key));
    }
    heading("files");
    file("$XDG_CONFIG_HOME/smtpcode/config", "~/.config/smtpcode/config", "config");
    file("$XDG_CACHE_HOME/smtpcode", "~/.cache/smtpcode", "cache");
    examples();
    seeAlso();
    return out.toString();
  }

  private void file(String place, String usualPlace, String key) {
    term(italic(place) + ", " + italic(usualPlace), messages.get("man.files." + key));
  }

  private void synopsis() {
    heading("synopsis");
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
    heading("commands");
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      term(bold(spec.name()), texts.sentence(texts.summary(spec)));
      out.append(messages.get("man.see"))
          .append("\n.BR ")
          .append(escaped(name(spec)))
          .append(" (1).\n");
    }
  }

  private void arguments() {
    if (command.positionalParameters().isEmpty()) {
      return;
    }
    heading("arguments");
    for (PositionalParamSpec p : command.positionalParameters()) {
      term(italic(p.paramLabel()), texts.argument(command));
    }
  }

  private void options() {
    heading("options");
    for (HelpTexts.Group group : texts.groups(command)) {
      out.append(".SS ").append(escaped(group.title())).append('\n');
      for (OptionSpec o : group.options()) {
        term(form(o), texts.option(command, o));
      }
    }
  }

  private static String form(OptionSpec option) {
    String form = HelpTexts.form(option);
    int equals = form.indexOf('=');
    int end = equals < 0 ? form.length() : equals;
    String names =
        Stream.of(form.substring(0, end).split(", ", -1))
            .map(ManPage::bold)
            .collect(Collectors.joining(", "));
    String label = option.paramLabel();
    return equals < 0
        ? names
        : names + "=" + italic(label) + form.substring(equals + 1 + label.length());
  }

  private void examples() {
    List<String> examples = texts.examples(command);
    if (examples.isEmpty()) {
      return;
    }
    heading("examples");
    out.append(".nf\n.RS\n");
    examples.forEach(line -> out.append(escaped(line)).append('\n'));
    out.append(".RE\n.fi\n");
  }

  private void seeAlso() {
    heading("see-also");
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

  private void heading(String key) {
    out.append(".SH ").append(messages.get("man.heading." + key)).append('\n');
  }

  private void term(String term, String text) {
    out.append(".TP\n").append(term).append('\n');
    paragraph("", text);
  }

  private void paragraphs(List<String> paragraphs) {
    String separator = "";
    for (String p : paragraphs) {
      paragraph(separator, p);
      separator = ".PP\n";
    }
  }

  /**
   * Each sentence begins a line, as roff wants it, and no line is long. Code between backticks
   * becomes bold.
   */
  private void paragraph(String lead, String text) {
    out.append(lead);
    boolean inCode = false;
    for (String sentence : text.split("(?<=\\.) ", -1)) {
      int length = 0;
      for (String word : sentence.split(" ", -1)) {
        boolean fits = length > 0 && length + word.length() < LONGEST_LINE;
        out.append(length == 0 ? "" : fits ? " " : "\n");
        length = fits ? length + 1 + word.length() : word.length();
        for (String part : word.split("(?=`)|(?<=`)", -1)) {
          if (part.equals("`")) {
            inCode = !inCode;
            out.append(inCode ? "\\fB" : "\\fR");
          } else {
            out.append(breakable(part));
          }
        }
      }
      out.append('\n');
    }
  }

  /** A word, with marks where a script without spaces lets a line end. */
  private String breakable(String word) {
    return wrap.pieces(word).stream().map(ManPage::escaped).collect(Collectors.joining("\\:"));
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    safe = safe.replace("~", "\\(ti");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
