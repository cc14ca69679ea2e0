package dev.smtpcode.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue holds what it promises")
class CatalogTest {
  private static final Path CODES = Path.of("codes");
  private static final int LONG_SENTENCE = 60;
  private final Catalog catalog = Catalog.bundled();

  @Test
  @DisplayName("every file keeps its schema, and its entries begin with their code")
  void schemas() throws IOException {
    SchemaCheck check = new SchemaCheck();
    int files = 0;
    for (Path file : files()) {
      check.kindOf(file);
      files++;
      JsonNode entries = new ObjectMapper().readTree(file.toFile()).path("entries");
      if (entries.isArray()) {
        for (JsonNode entry : entries) {
          assertEquals(
              "code",
              entry.fieldNames().next(),
              () -> file + ": first key of " + entry.path("code"));
        }
      }
    }
    assertTrue(files > 100, files + " files");
  }

  @Test
  @DisplayName(
      "every reply code and enhanced status code lies where it is looked for, and only once")
  void lookUp() {
    Set<String> seen = new HashSet<>();
    for (Entry e : catalog.replies()) {
      assertTrue(seen.add(e.code()), () -> "twice: " + e.code());
      assertEquals(e, catalog.reply(e.code()));
    }
    for (Entry e : catalog.enhanced()) {
      assertTrue(seen.add(e.code()), () -> "twice: " + e.code());
      assertEquals(e, catalog.enhanced(e.code()));
    }
    assertTrue(seen.size() >= 239, seen.size() + " codes");
  }

  @Test
  @DisplayName("every cross-reference leads somewhere, associations lead back")
  void references() {
    Map<String, Entry> known = known();
    List<String> wrong = new ArrayList<>();
    for (Entry e : known.values()) {
      for (String other : e.seeAlso()) {
        if (!known.containsKey(other)) {
          wrong.add(e.code() + " -> " + other);
        }
      }
      for (String other : e.associated()) {
        if (!known.containsKey(other) || !known.get(other).associated().contains(e.code())) {
          wrong.add(e.code() + " <-> " + other);
        }
      }
      checkCause(e, known, wrong);
    }
    for (Provider p : catalog.providers()) {
      Set<String> own = new HashSet<>();
      p.entries().forEach(e -> own.add(e.entry().code()));
      for (ProviderEntry e : p.entries()) {
        checkCause(e.entry(), known, wrong);
        for (String other : e.entry().seeAlso()) {
          if (!known.containsKey(other) && !own.contains(other)) {
            wrong.add(p.id() + " " + e.entry().code() + " -> " + other);
          }
        }
      }
    }
    for (Cause c : catalog.causes()) {
      for (ReplyClass r : ReplyClass.values()) {
        if (!known.containsKey(c.actions().get(r))) {
          wrong.add(c.entry().code() + ": action " + c.actions().get(r));
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static void checkCause(Entry e, Map<String, Entry> known, List<String> wrong) {
    if (e.cause() != null && !known.containsKey(e.cause())) {
      wrong.add(e.code() + ": cause " + e.cause());
    }
  }

  @Test
  @DisplayName("every entry cites its source")
  void sources() {
    for (Entry e : all()) {
      assertTrue(!e.references().isEmpty(), () -> e.code());
      assertTrue(
          e.standard() || e.provider() != null || e.texts().sentBy() != null || e.classDigit() == 0,
          () -> e.code() + ": who sends it?");
    }
  }

  @Test
  @DisplayName(
      "no two entries of a provider claim the same code without wording that tells them apart")
  void claims() {
    for (Provider p : catalog.providers()) {
      Map<String, Set<String>> phrases = new HashMap<>();
      for (ProviderEntry e : p.entries()) {
        String code = e.entry().code();
        boolean first = !phrases.containsKey(code);
        Set<String> before = phrases.computeIfAbsent(code, c -> new HashSet<>());
        assertTrue(
            first || !e.entry().phrases().isEmpty(),
            () -> p.id() + " " + code + " is claimed twice");
        for (String phrase : e.entry().phrases()) {
          assertTrue(before.add(phrase), () -> p.id() + " " + code + ": " + phrase);
        }
      }
    }
  }

  @Test
  @DisplayName("at least 250 entries over at least 25 providers")
  void size() {
    List<Provider> providers = catalog.providers();
    int entries = providers.stream().mapToInt(p -> p.entries().size()).sum();
    assertTrue(providers.size() >= 25 && entries >= 250, entries + " over " + providers.size());
  }

  @Test
  @DisplayName("no text repeats another entry's sentences")
  void repetition() {
    Map<String, String> seen = new LinkedHashMap<>();
    List<String> repeated = new ArrayList<>();
    for (Entry e : all()) {
      Texts t = e.texts();
      for (String text : List.of(t.meaning(), t.whenSeen(), t.advice())) {
        for (String sentence : text.split("(?<=[.!?]) +", -1)) {
          String before =
              sentence.length() > LONG_SENTENCE ? seen.putIfAbsent(sentence, e.code()) : null;
          if (before != null) {
            repeated.add(before + ", " + e.code() + ": " + sentence);
          }
        }
      }
    }
    assertEquals("", String.join("\n", repeated));
  }

  @Test
  @DisplayName("texts hold no line ends, doubled blanks, unbalanced backticks or empty steps")
  void typography() {
    List<String> wrong = new ArrayList<>();
    for (Entry e : all()) {
      List<String> texts = new ArrayList<>(e.texts().fix());
      texts.addAll(e.texts().fixReceiver());
      texts.addAll(e.texts().avoid());
      texts.addAll(
          List.of(
              e.texts().title(), e.texts().meaning(), e.texts().whenSeen(), e.texts().advice()));
      for (String t : texts) {
        boolean ticks = t.chars().filter(c -> c == '`').count() % 2 == 0;
        boolean clean =
            !t.contains("  ") && !t.contains("\n") && !t.isBlank() && !t.contains("..." + ".");
        if (!ticks || !clean) {
          wrong.add(e.code() + ": " + t);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private Map<String, Entry> known() {
    Map<String, Entry> known = new LinkedHashMap<>();
    catalog.replies().forEach(e -> known.put(e.code(), e));
    catalog.enhanced().forEach(e -> known.put(e.code(), e));
    catalog.causes().forEach(c -> known.put(c.entry().code(), c.entry()));
    catalog.actions().forEach(e -> known.put(e.code(), e));
    return known;
  }

  private List<Entry> all() {
    List<Entry> all = new ArrayList<>(known().values());
    catalog.providers().forEach(p -> p.entries().forEach(e -> all.add(e.entry())));
    return all;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> walk = Files.walk(CODES)) {
      return walk.filter(
              p -> p.toString().endsWith(".json") && !p.startsWith(CODES.resolve("schema")))
          .sorted()
          .toList();
    }
  }
}
