package dev.smtpcode.cli;

import dev.smtpcode.render.Display;
import dev.smtpcode.render.HelpText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What {@code --help} shows. */
final class HelpPage {
  private final HelpTexts texts;
  private final Display display;

  HelpPage(HelpTexts texts, Display display) {
    this.texts = texts;
    this.display = display;
  }

  String of(CommandSpec command) {
    HelpText page = new HelpText(display, texts.messages());
    page.usage(texts.get("heading.usage"), forms(command));
    texts.description(command).forEach(page::paragraph);
    List<HelpText.Term> arguments = new ArrayList<>();
    for (ArgSpec p : command.positionalParameters()) {
      arguments.add(new HelpText.Term(p.paramLabel(), texts.argument(command)));
    }
    page.terms(null, arguments);
    List<HelpText.Term> commands = new ArrayList<>();
    for (CommandLine sub : command.subcommands().values()) {
      CommandSpec spec = sub.getCommandSpec();
      commands.add(new HelpText.Term(spec.name(), texts.sentence(texts.summary(spec))));
    }
    page.terms(texts.get("heading.commands"), commands);
    for (HelpTexts.Group group : texts.groups(command)) {
      List<HelpText.Term> options = new ArrayList<>();
      for (OptionSpec o : group.options()) {
        String margin = o.names()[0].startsWith("--") ? "    " : "";
        String text = texts.option(command, o);
        options.add(new HelpText.Term(margin + HelpTexts.form(o), text));
      }
      page.terms(group.title(), options);
    }
    boolean isRoot = command.parent() == null;
    if (isRoot) {
      page.terms(texts.get("heading.configuration"), texts.get("configuration"), defaults());
    }
    page.lines(texts.get("heading.examples"), texts.examples(command));
    if (isRoot) {
      page.paragraph(texts.get("more"));
    }
    return page.toString();
  }

  /** The ways to set a default, in the order in which they count. */
  private List<HelpText.Term> defaults() {
    return List.of(
        new HelpText.Term("SMTPCODE_SCAN_TOP=20", texts.get("configuration.variable-of-command")),
        new HelpText.Term("SMTPCODE_TOP=20", texts.get("configuration.variable")),
        new HelpText.Term("scan.top = 20", texts.get("configuration.line-of-command")),
        new HelpText.Term("top = 20", texts.get("configuration.line")));
  }

  private static List<String> forms(CommandSpec command) {
    String name = command.qualifiedName();
    return command.parent() == null
        ? List.of(name + " COMMAND [OPTION]... [ARGUMENT]...", name + " CODE...")
        : List.of(name + HelpTexts.form(command));
  }
}
