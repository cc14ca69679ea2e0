package dev.smtpcode.cli;

import dev.smtpcode.cli.CompletionModel.Command;
import dev.smtpcode.cli.CompletionModel.Option;
import dev.smtpcode.cli.CompletionModel.Value;
import java.util.Locale;

/** The completion of zsh, with titles as descriptions. */
final class ZshCompletion {
  private final CompletionModel model;
  private final StringBuilder out = new StringBuilder();

  private ZshCompletion(CompletionModel model) {
    this.model = model;
  }

  static String of(CompletionModel model) {
    return new ZshCompletion(model).script();
  }

  private String script() {
    out.append("#compdef smtpcode\n# Completes smtpcode in zsh.\n\n");
    model.sets().keySet().forEach(this::set);
    out.append(
        """
        _smtpcode_first() {
          if [[ $PREFIX == [1-9]* ]]; then
            _smtpcode_subjects
          else
            _smtpcode_commands
          fi
        }

        _smtpcode() {
          local curcontext=$curcontext state line
          typeset -A opt_args
          _arguments -C \\
        """);
    model.root().options().forEach(this::option);
    out.append("    '1: :_smtpcode_first' \\\n    '*:: :->arguments' && return\n");
    out.append("  case $line[1] in\n");
    for (Command c : model.commands()) {
      String alias = c.name().equals("explain") ? "|[1-9]*" : "";
      out.append("    ").append(c.name()).append(alias).append(")\n      _arguments \\\n");
      c.options().forEach(this::option);
      out.append("    '*").append(value("argument", c.argument())).append("'\n      ;;\n");
    }
    out.append("  esac\n}\n\n_smtpcode \"$@\"\n");
    return out.toString();
  }

  private void set(String name) {
    out.append("_smtpcode_").append(name).append("() {\n  local -a words=(\n");
    for (CompletionModel.Word w : model.sets().get(name)) {
      String title = w.title().isEmpty() ? "" : ":" + w.title();
      out.append("    ").append(quoted(w.text().replace(":", "\\:") + title)).append('\n');
    }
    out.append("  )\n  _describe -t ").append(name).append(' ');
    out.append(quoted(name.replace('_', ' '))).append(" words \"$@\"\n}\n\n");
  }

  private void option(Option option) {
    String title = option.title().replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
    boolean ends = option.names().contains("--help") || option.names().contains("--version");
    for (String name : option.names()) {
      out.append("    ");
      String others = ends ? "- *" : String.join(" ", option.names());
      String repeated = option.value() != null && option.value().isList() ? "*" : "";
      String group = repeated.isEmpty() ? "(" + others + ")" : repeated;
      String equals = option.value() == null ? "" : "=";
      String value = option.value() == null ? "" : value(option.label(), option.value());
      out.append(quoted(group + name + equals + "[" + title + "]" + value)).append(" \\\n");
    }
  }

  private static String value(String label, Value value) {
    String action =
        switch (value.kind()) {
          case WORDS -> (value.isList() ? "_sequence " : "") + "_smtpcode_" + value.set();
          case FILE -> "_files";
          case FOLDER -> "_files -/";
          case ANYTHING -> " ";
        };
    return ":" + label.toLowerCase(Locale.ROOT).replace(":", "\\:") + ":" + action;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
