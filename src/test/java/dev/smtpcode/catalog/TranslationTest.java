package dev.smtpcode.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Translations are complete")
class TranslationTest {
  private static final Path LANG = Path.of("codes", "lang");
  private static final ObjectMapper JSON = new ObjectMapper();

  static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(LANG)) {
      return folders
          .map(p -> p.getFileName().toString())
          .filter(l -> !l.equals("en"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}: all codes, causes and actions, and what providers say")
  @MethodSource("languages")
  void entries(String language, TestReporter reporter) {
    Catalog english = Catalog.bundled();
    Catalog translated = new Catalog(language, null);
    List<String> missing = new ArrayList<>();
    compare(english.replies(), translated.replies(), language, missing);
    compare(english.enhanced(), translated.enhanced(), language, missing);
    compare(english.actions(), translated.actions(), language, missing);
    compare(
        english.causes().stream().map(Cause::entry).toList(),
        translated.causes().stream().map(Cause::entry).toList(),
        language,
        missing);
    List<Provider> providers = english.providers();
    List<Provider> inOther = translated.providers();
    for (int i = 0; i < providers.size(); i++) {
      Provider from = providers.get(i);
      Provider to = inOther.get(i);
      compare(entries(from), entries(to), language, missing);
      if (to.about().equals(from.about())) {
        missing.add(from.id());
      }
    }
    reporter.publishEntry("untranslated in " + language, Integer.toString(missing.size()));
    assertEquals("", String.join("\n", missing));
  }

  private static List<Entry> entries(Provider p) {
    return p.entries().stream().map(ProviderEntry::entry).toList();
  }

  private static void compare(
      List<Entry> english, List<Entry> translated, String language, List<String> missing) {
    for (int i = 0; i < english.size(); i++) {
      Texts from = english.get(i).texts();
      Texts to = translated.get(i).texts();
      boolean complete =
          to.language().equals(language)
              && !to.meaning().equals(from.meaning())
              && !to.whenSeen().equals(from.whenSeen())
              && !to.advice().equals(from.advice())
              && to.fix().size() == from.fix().size()
              && to.fixReceiver().size() == from.fixReceiver().size()
              && to.avoid().size() == from.avoid().size()
              && (from.fixReceiver().isEmpty() || !to.fixReceiver().equals(from.fixReceiver()))
              && !to.fix().equals(from.fix());
      if (!complete) {
        missing.add(english.get(i).code());
      }
    }
  }

  @ParameterizedTest(name = "{0}: nothing translates an entry that is no more")
  @MethodSource("languages")
  void noneTooMany(String language) throws IOException {
    Catalog english = Catalog.bundled();
    List<Entry> all = new ArrayList<>(english.replies());
    all.addAll(english.enhanced());
    all.addAll(english.actions());
    english.causes().forEach(c -> all.add(c.entry()));
    english.providers().forEach(p -> all.addAll(entries(p)));
    Set<String> known = new TreeSet<>(all.stream().map(Translation::key).toList());
    Set<String> translated = new TreeSet<>();
    try (Stream<Path> files = Files.walk(LANG.resolve(language))) {
      for (Path f : files.filter(p -> p.toString().endsWith(".json")).toList()) {
        if (!f.getParent().endsWith("messages") && !f.endsWith("structure.json")) {
          JSON.readTree(f.toFile()).get("entries").fieldNames().forEachRemaining(translated::add);
        }
      }
    }
    translated.removeAll(known);
    assertEquals(Set.of(), translated);
  }

  @ParameterizedTest(name = "{0}: all words of the interface, with the same placeholders")
  @MethodSource("languages")
  void messages(String language) throws IOException {
    List<String> wrong = new ArrayList<>();
    Set<String> files = new TreeSet<>(files("en"));
    files.addAll(files(language));
    for (String name : files) {
      Map<String, String> english = Messages.read("lang/en/messages/" + name);
      Map<String, String> translated = Messages.read("lang/" + language + "/messages/" + name);
      Set<String> keys = new TreeSet<>(english.keySet());
      keys.addAll(translated.keySet());
      for (String key : keys) {
        String from = english.get(key);
        String to = translated.get(key);
        boolean fits =
            isSameEverywhere(key)
                ? to == null
                : from != null && to != null && placeholders(from).equals(placeholders(to));
        if (!fits) {
          wrong.add(key);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<String> files(String language) throws IOException {
    try (Stream<Path> files = Files.list(LANG.resolve(language).resolve("messages"))) {
      return files.map(f -> f.getFileName().toString()).toList();
    }
  }

  /** Command lines to try are written once. */
  private static boolean isSameEverywhere(String key) {
    return key.endsWith(".examples") && !key.contains(".heading.");
  }

  @ParameterizedTest(name = "{0}: no sentence of the interface is left in English")
  @MethodSource("languages")
  void noEnglishLeft(String language) throws IOException {
    List<String> same = new ArrayList<>();
    for (String name : files("en")) {
      Map<String, String> translated = Messages.read("lang/" + language + "/messages/" + name);
      Messages.read("lang/en/messages/" + name)
          .forEach(
              (key, text) -> {
                if (text.equals(translated.get(key)) && text.matches(".*\\p{IsLatin}{2,} .*")) {
                  same.add(key);
                }
              });
    }
    assertEquals("", String.join("\n", same));
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    for (int i = 0; i + 2 < text.length(); i++) {
      if (text.charAt(i) == '{' && text.charAt(i + 2) == '}') {
        found.add(text.substring(i, i + 3));
      }
    }
    return found;
  }

  @Test
  @DisplayName("Thai is there")
  void thai() throws IOException {
    assertEquals(List.of("th"), languages());
  }
}
