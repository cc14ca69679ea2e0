package dev.smtpcode.cli;

import dev.smtpcode.catalog.Messages;
import dev.smtpcode.render.OutputFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What there is to say about commands and options, in one language. The commands carry no texts:
 * keys are made of their names, such as {@code help.scan.summary} and {@code help.option.since}.
 */
record HelpTexts(Messages messages) {
  /** Where options go that belong to no other group. */
  private static final String GENERAL = "general";

  /**
   * Options that are shown together.
   *
   * @param title such as {@code Filters}
   */
  record Group(String title, List<OptionSpec> options) {}

  /** The long name of an option, without its dashes. */
  static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^-+", "");
  }

  /** All names of an option, as they are typed. */
  static List<String> names(OptionSpec option) {
    List<String> names = new ArrayList<>(List.of(option.names()));
    if (option.negatable()) {
      names.add("--no-" + name(option));
    }
    return names;
  }

  /** How an option is written: {@code -h, --help} or {@code --code=CODE[,...]}. */
  static String form(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String n : option.names()) {
      names.add(option.negatable() ? "--[no-]" + name(option) : n);
    }
    return String.join(", ", names) + value(option);
  }

  private static String value(OptionSpec option) {
    if (option.arity().max() == 0) {
      return "";
    }
    return "=" + option.paramLabel() + (option.splitRegex().isEmpty() ? "" : "[,...]");
  }

  /** How a command is written, without what leads to it. */
  static String form(CommandSpec command) {
    StringBuilder form = new StringBuilder(command.options().isEmpty() ? "" : " [OPTION]...");
    for (ArgSpec p : command.positionalParameters()) {
      String many = p.arity().max() > 1 ? "..." : "";
      form.append(' ');
      form.append(p.arity().min() > 0 ? p.paramLabel() : "[" + p.paramLabel() + "]").append(many);
    }
    return form.toString();
  }

  String get(String key, Object... arguments) {
    return messages.get("help." + key, arguments);
  }

  /** What a command does, without a full stop. */
  String summary(CommandSpec command) {
    return get(command.name() + ".summary");
  }

  /** What a command does, in full. */
  List<String> description(CommandSpec command) {
    List<String> paragraphs = new ArrayList<>(List.of(sentence(summary(command))));
    String more = "help." + command.name() + ".more";
    if (messages.has(more)) {
      paragraphs.addAll(lines(more));
    }
    return paragraphs;
  }

  /** A summary as a sentence of its own. */
  String sentence(String summary) {
    return get("sentence", summary);
  }

  /** Command lines to try. */
  List<String> examples(CommandSpec command) {
    String key = "help." + command.name() + ".examples";
    return messages.has(key) ? lines(key) : List.of();
  }

  String argument(CommandSpec command) {
    return get(command.name() + ".argument");
  }

  String option(CommandSpec command, OptionSpec option) {
    String own = command.name() + ".option." + name(option);
    String key = messages.has("help." + own) ? own : "option." + name(option);
    return switch (name(option)) {
      case "format" -> get(key, String.join(", ", formats(command)));
      case "color" -> get(key, String.join(", ", Session.COLORS));
      case "lang" -> get(key, String.join(", ", Languages.spoken()));
      default -> get(key);
    };
  }

  /** The words of the formats in which the answers of a command can be had; none for none. */
  static List<String> formats(CommandSpec command) {
    return command.userObject() instanceof PageCommand answering
        ? OutputFormat.ids(answering.page())
        : List.of();
  }

  /** The options of a command by group, in the order of the groups. */
  List<Group> groups(CommandSpec command) {
    Map<String, String> groupOf = new LinkedHashMap<>();
    addMixins(command, GENERAL, groupOf);
    Map<String, List<OptionSpec>> options = new LinkedHashMap<>();
    List<OptionSpec> general = new ArrayList<>();
    for (OptionSpec o : command.options()) {
      String group = groupOf.getOrDefault(name(o), GENERAL);
      (group.equals(GENERAL) ? general : options.computeIfAbsent(group, g -> new ArrayList<>()))
          .add(o);
    }
    if (!general.isEmpty()) {
      options.put(GENERAL, general);
    }
    List<Group> groups = new ArrayList<>();
    options.forEach((id, members) -> groups.add(new Group(get("group." + id), members)));
    return groups;
  }

  /** A group is a mixin whose name has a title. */
  private void addMixins(CommandSpec command, String group, Map<String, String> groupOf) {
    command
        .mixins()
        .forEach(
            (id, mixin) -> {
              String inner = messages.has("help.group." + id) ? id : group;
              mixin.options().forEach(o -> groupOf.put(name(o), inner));
              addMixins(mixin, inner, groupOf);
            });
  }

  private List<String> lines(String key) {
    return List.of(messages.get(key).split("\n", -1));
  }
}
