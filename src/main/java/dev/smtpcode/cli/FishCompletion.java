package dev.smtpcode.cli;

import dev.smtpcode.cli.CompletionModel.Command;
import dev.smtpcode.cli.CompletionModel.Option;
import dev.smtpcode.cli.CompletionModel.Value;

/** The completion of fish, with titles as descriptions. */
final class FishCompletion {
  private final CompletionModel model;
  private final StringBuilder out = new StringBuilder("# Completes smtpcode in fish.\n\n");

  private FishCompletion(CompletionModel model) {
    this.model = model;
  }

  static String of(CompletionModel model) {
    return new FishCompletion(model).script();
  }

  private String script() {
    model.sets().keySet().forEach(this::set);
    out.append(
        """
        # Whether the first word is a code, which is short for explain and the code.
        function __smtpcode_is_short
            set -l words (commandline -opc) (commandline -ct)
            string match -qr '^[1-9]' -- $words[2]
        end

        complete -c smtpcode -f
        """);
    model.root().options().forEach(o -> option("__fish_use_subcommand", o));
    for (Command c : model.commands()) {
      line("__fish_use_subcommand", " -a " + c.name() + " -d " + quoted(c.title()));
    }
    for (Command c : model.commands()) {
      String here = "__fish_seen_subcommand_from " + c.name();
      if (c.name().equals("explain")) {
        here += "; or __smtpcode_is_short";
      }
      for (Option o : c.options()) {
        option(here, o);
      }
      if (c.argument().kind() != CompletionModel.Kind.ANYTHING) {
        line(here, value(c.argument()));
      }
    }
    return out.toString();
  }

  private void set(String name) {
    out.append("function __smtpcode_").append(name).append("\n    printf '%s\\t%s\\n'");
    for (CompletionModel.Word w : model.sets().get(name)) {
      out.append(" \\\n        ").append(quoted(w.text())).append(' ').append(quoted(w.title()));
    }
    out.append("\nend\n\n");
  }

  private void option(String where, Option option) {
    StringBuilder text = new StringBuilder();
    for (String name : option.names()) {
      boolean isLong = name.startsWith("--");
      text.append(isLong ? " -l " : " -s ").append(name.substring(isLong ? 2 : 1));
    }
    if (option.value() != null) {
      boolean isFile = option.value().kind() == CompletionModel.Kind.FILE;
      text.append(isFile ? " -r" : " -x").append(value(option.value()));
    }
    line(where, text + " -d " + quoted(option.title()));
  }

  private static String value(Value value) {
    return switch (value.kind()) {
      case WORDS -> " -a " + quoted(words(value));
      case FILE -> " -F";
      case FOLDER -> " -a '(__fish_complete_directories)'";
      case ANYTHING -> "";
    };
  }

  private static String words(Value value) {
    String function = "__smtpcode_" + value.set();
    return value.isList() ? "(__fish_complete_list , " + function + ")" : "(" + function + ")";
  }

  private void line(String where, String what) {
    out.append("complete -c smtpcode -n ").append(quoted(where)).append(what).append('\n');
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
