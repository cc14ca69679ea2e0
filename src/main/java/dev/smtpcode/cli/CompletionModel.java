package dev.smtpcode.cli;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Cause;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.explain.Listing;
import dev.smtpcode.log.LogFormats;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.GroupBy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell completes, whichever shell it is: read from the commands and the catalogue, so that
 * nothing need be listed for it.
 *
 * @param root what stands before a subcommand
 * @param sets the words that values are taken from, by name
 */
record CompletionModel(
    Command root, List<Command> commands, Map<String, Collection<CompletionModel.Word>> sets) {

  /** The set of all that can be explained. */
  static final String SUBJECTS = "subjects";

  /** A word and what it stands for. */
  record Word(String text, String title) {}

  /** What may stand for a value. */
  enum Kind {
    WORDS,
    FILE,
    FOLDER,
    ANYTHING
  }

  /**
   * A value.
   *
   * @param set the words it is one of; null where it is of another kind
   * @param isList whether several can be given, with commas between
   */
  record Value(Kind kind, String set, boolean isList) {}

  /**
   * An option.
   *
   * @param value null for an option without one
   */
  record Option(List<String> names, String title, String label, Value value) {}

  /** A command and what its arguments are. */
  record Command(String name, String title, List<Option> options, Value argument) {}

  static CompletionModel of(CommandSpec root, Catalog catalog, HelpTexts texts) {
    Map<String, Collection<Word>> sets = new LinkedHashMap<>();
    root.subcommands().values().forEach(c -> formats(c.getCommandSpec(), sets));
    sets.put("colors", plain(Stream.of(Session.COLORS)));
    sets.put("languages", plain(Languages.spoken().stream()));
    sets.put("outcomes", plain(Stream.of(Outcome.values()).map(Outcome::id)));
    sets.put("groups", plain(Stream.of(GroupBy.values()).map(GroupBy::id)));
    sets.put("log_formats", plain(LogFormats.bundled().ids().stream()));
    sets.put("classes", titled(classes(catalog)));
    sets.put("codes", titled(Stream.concat(replies(catalog), enhanced(catalog))));
    sets.put("causes", titled(catalog.causes().stream().map(Cause::entry)));
    sets.put("providers", providers(catalog));
    sets.put(SUBJECTS, subjects(catalog, sets));
    List<Command> commands =
        root.subcommands().values().stream().map(c -> command(c.getCommandSpec(), texts)).toList();
    sets.put("commands", commands.stream().map(c -> new Word(c.name, c.title)).toList());
    return new CompletionModel(command(root, texts), commands, sets);
  }

  private static Command command(CommandSpec spec, HelpTexts texts) {
    List<Option> options = new ArrayList<>();
    for (OptionSpec o : spec.options()) {
      if (!o.hidden()) {
        boolean hasValue = o.arity().max() > 0;
        options.add(
            new Option(
                HelpTexts.names(o),
                summary(texts.option(spec, o)),
                o.paramLabel(),
                hasValue ? value(o, o.longestName(), spec) : null));
      }
    }
    Value argument =
        spec.positionalParameters().isEmpty()
            ? new Value(Kind.ANYTHING, null, false)
            : value(spec.positionalParameters().get(0), "", spec);
    return new Command(spec.name(), texts.summary(spec), options, argument);
  }

  private static Value value(ArgSpec arg, String option, CommandSpec command) {
    String set =
        switch (option) {
          case "--format" -> formatsOf(command);
          case "--color" -> "colors";
          case "--lang" -> "languages";
          case "--class" -> "classes";
          case "--code" -> "codes";
          case "--cause" -> "causes";
          case "--provider" -> "providers";
          case "--outcome" -> "outcomes";
          case "--by" -> "groups";
          case "--log-format" -> "log_formats";
          default -> ofLabel(arg.paramLabel());
        };
    Kind kind =
        set != null
            ? Kind.WORDS
            : switch (arg.paramLabel()) {
              case "FILE" -> Kind.FILE;
              case "DIR" -> Kind.FOLDER;
              default -> Kind.ANYTHING;
            };
    return new Value(kind, set, !arg.splitRegex().isEmpty());
  }

  private static void formats(CommandSpec spec, Map<String, Collection<Word>> sets) {
    List<String> formats = HelpTexts.formats(spec);
    if (!formats.isEmpty()) {
      sets.put(formatsOf(spec), plain(formats.stream()));
    }
  }

  private static String formatsOf(CommandSpec command) {
    return command.name() + "_formats";
  }

  private static String ofLabel(String label) {
    return switch (label) {
      case "CODE|TEXT" -> SUBJECTS;
      case "COMMAND" -> "commands";
      default -> null;
    };
  }

  /** The first sentence without its full stop. */
  private static String summary(String text) {
    int end = text.indexOf(". ");
    if (end > 0) {
      return text.substring(0, end);
    }
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }

  private static Stream<Entry> classes(Catalog catalog) {
    return Stream.of("2xx", "3xx", "4xx", "5xx").map(catalog::structure);
  }

  private static Stream<Entry> replies(Catalog catalog) {
    return catalog.replies().stream();
  }

  private static Stream<Entry> enhanced(Catalog catalog) {
    return catalog.enhanced().stream();
  }

  private static Collection<Word> providers(Catalog catalog) {
    return catalog.providers().stream().map((Provider p) -> new Word(p.id(), p.name())).toList();
  }

  /** Codes first, then providers' own, causes and providers; what is there twice counts once. */
  private static Collection<Word> subjects(Catalog catalog, Map<String, Collection<Word>> sets) {
    Map<String, Word> all = new LinkedHashMap<>();
    sets.get("codes").forEach(w -> all.putIfAbsent(w.text(), w));
    titled(Listing.ALL.of(catalog).stream()).forEach(w -> all.putIfAbsent(w.text(), w));
    sets.get("causes").forEach(w -> all.putIfAbsent(w.text(), w));
    sets.get("providers").forEach(w -> all.putIfAbsent(w.text(), w));
    return List.copyOf(all.values());
  }

  private static Collection<Word> plain(Stream<String> words) {
    return words.map(w -> new Word(w, "")).toList();
  }

  private static Collection<Word> titled(Stream<Entry> entries) {
    return entries.map(e -> new Word(e.code(), e.texts().title())).toList();
  }
}
