package dev.smtpcode.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

  static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(LANG)) {
      return folders
          .map(p -> p.getFileName().toString())
          .filter(l -> !l.equals("en"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}: all reply codes, enhanced status codes, causes and actions")
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
    reporter.publishEntry("untranslated in " + language, Integer.toString(missing.size()));
    assertEquals("", String.join("\n", missing));
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

  @ParameterizedTest(name = "{0}: all words of the interface, with the same placeholders")
  @MethodSource("languages")
  void messages(String language) throws IOException {
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.list(LANG.resolve("en/messages"))) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        Map<String, String> english = Messages.read("lang/en/messages/" + name);
        Map<String, String> translated = Messages.read("lang/" + language + "/messages/" + name);
        Set<String> keys = new TreeSet<>(english.keySet());
        keys.addAll(translated.keySet());
        for (String key : keys) {
          String from = english.get(key);
          String to = translated.get(key);
          if (from == null || to == null || !placeholders(from).equals(placeholders(to))) {
            wrong.add(key);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
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
