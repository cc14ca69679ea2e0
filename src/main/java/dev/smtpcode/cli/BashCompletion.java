package dev.smtpcode.cli;

import dev.smtpcode.cli.CompletionModel.Command;
import dev.smtpcode.cli.CompletionModel.Option;
import dev.smtpcode.cli.CompletionModel.Value;
import dev.smtpcode.cli.CompletionModel.Word;
import java.util.stream.Collectors;

/** The completion of bash. It has no place for titles. */
final class BashCompletion {
  /**
   * Bash breaks words at {@code =} and {@code :}, which are part of ours: the word is taken from
   * the line, and what bash holds for finished is cut off the answers.
   */
  private static final String START =
      """
      # Completes smtpcode in bash.

      _smtpcode() {
        local line=${COMP_LINE:0:COMP_POINT} cur=${COMP_WORDS[COMP_CWORD]} IFS=$' \\t\\n'
        local typed=${line##*[[:space:]]} words=() command= option= head= values= kind= list= options= found i
        read -ra words <<<"${line%"$typed"}"
        command=${words[1]-}
        [[ $command == [1-9]* || -z $command && $typed == [1-9]* ]] && command=explain
        if [[ $typed == --*=* ]]; then
          option=${typed%%=*}
          head=$option=
        elif ((${#words[@]} > 2)); then
          option=${words[${#words[@]} - 1]}
        fi
      """;

  private static final String END =
      """
        if [[ -z $kind && $typed == -* ]]; then
          values=$options kind=words
        elif [[ -z $kind ]]; then
          values=$arguments kind=$argument_kind
        fi
        case $kind in
          file) compopt -o default && return ;;
          folder) compopt -o dirnames && return ;;
        esac 2>/dev/null
        [[ -n $list && $typed == *,* ]] && head=${typed%,*},
        found=($(compgen -W "$values" -- "${typed#"$head"}"))
        case $cur in = | : | ,) cur= ;; esac
        COMPREPLY=()
        for i in "${found[@]}"; do
          i=$head$i
          COMPREPLY+=("${i#"${typed%"$cur"}"}")
        done
      }

      complete -F _smtpcode smtpcode
      """;

  private final CompletionModel model;
  private final StringBuilder out = new StringBuilder(START);

  private BashCompletion(CompletionModel model) {
    this.model = model;
  }

  static String of(CompletionModel model) {
    return new BashCompletion(model).script();
  }

  private String script() {
    out.append("  local arguments= argument_kind=words\n  case $command in\n");
    model.commands().forEach(c -> command(c.name(), c));
    command("*", model.root());
    return out.append("  esac\n").append(END).toString();
  }

  private void command(String pattern, Command command) {
    out.append("    ").append(pattern).append(")\n      options='");
    out.append(
        command.options().stream()
            .flatMap(o -> o.names().stream())
            .collect(Collectors.joining(" ")));
    out.append("'\n");
    if (pattern.equals("*")) {
      out.append("      arguments='").append(words("commands")).append("'\n");
    } else if (command.argument().set() != null) {
      out.append("      arguments='").append(words(command.argument().set())).append("'\n");
    } else {
      out.append("      argument_kind=").append(kind(command.argument())).append('\n');
    }
    if (command.options().stream().anyMatch(o -> o.value() != null)) {
      out.append("      case $option in\n");
      command.options().stream().filter(o -> o.value() != null).forEach(this::option);
      out.append("      esac\n");
    }
    out.append("      ;;\n");
  }

  private void option(Option option) {
    Value value = option.value();
    out.append("        ").append(String.join(" | ", option.names())).append(") kind=");
    out.append(kind(value));
    if (value.set() != null) {
      out.append(" values='").append(words(value.set())).append('\'');
    }
    if (value.isList()) {
      out.append(" list=1");
    }
    out.append(" ;;\n");
  }

  private static String kind(Value value) {
    return value.kind().name().toLowerCase(java.util.Locale.ROOT);
  }

  private String words(String set) {
    return model.sets().get(set).stream().map(Word::text).collect(Collectors.joining(" "));
  }
}
