package dev.smtpcode.explain;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.FactForms;
import dev.smtpcode.catalog.Overlay;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

@DisplayName("What a reply text carries besides its codes is found by the forms of the catalogue")
class FactFinderTest {
  private static final Catalog CATALOG = Catalog.bundled();
  private static final Classifier CLASSIFIER = new Classifier(RuleSet.bundled());
  private static final FactFinder FINDER = new FactFinder(CATALOG);

  private static Facts facts(String text) {
    String provider = CLASSIFIER.classify(text).provider();
    return FINDER.find(text, CLASSIFIER, provider);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/explain/facts.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001')
  void table(
      String text, Long retryAfter, String tickets, String domains, String addresses, String link) {
    Facts found = facts(text);
    assertAll(
        () -> assertEquals(retryAfter, found.retryAfter(), "retry-after"),
        () -> assertEquals(list(tickets), found.tickets(), "tickets"),
        () -> assertEquals(list(domains), found.domains(), "domains"),
        () -> assertEquals(list(addresses), found.addresses(), "addresses"),
        () -> assertEquals(list(link), found.links(), "links"));
  }

  private static List<String> list(String cell) {
    return cell == null ? List.of() : List.of(cell.split(", ", -1));
  }

  @Test
  @DisplayName("in every sample of the catalogue stands what it says, and its provider is known")
  void samples() throws IOException {
    List<String> wrong = new ArrayList<>();
    int checked = samples(Path.of("codes/facts.json"), "", null, wrong);
    for (Provider p : CATALOG.providers()) {
      checked += samples(Path.of("codes/providers", p.id() + ".json"), "/facts", p.id(), wrong);
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(checked >= 50, checked + " samples");
  }

  private static int samples(Path file, String at, String provider, List<String> wrong)
      throws IOException {
    JsonNode samples = new ObjectMapper().readTree(file.toFile()).at(at + "/samples");
    for (JsonNode sample : samples) {
      String text = sample.path("text").asText();
      Facts found = FINDER.find(text, provider, List.of());
      same(sample, "retry-after", found.retryAfter(), wrong);
      same(sample, "tickets", found.tickets(), wrong);
      same(sample, "domains", found.domains(), wrong);
      same(sample, "addresses", found.addresses(), wrong);
    }
    return samples.size();
  }

  @Test
  @DisplayName("each form of a provider stands in one of its samples")
  void formsHaveSamples() throws IOException {
    List<String> untried = new ArrayList<>();
    Durations durations = new Durations(CATALOG.facts().times());
    for (Provider p : CATALOG.providers()) {
      JsonNode file =
          new ObjectMapper().readTree(Path.of("codes/providers", p.id() + ".json").toFile());
      List<ReplyText> samples = new ArrayList<>();
      for (JsonNode sample : file.at("/facts/samples")) {
        samples.add(new ReplyText(sample.path("text").asText(), durations));
      }
      FactForms forms = CATALOG.facts(p.id());
      untried(forms.waits(), Slot.Use.WAIT, samples, untried);
      untried(forms.tickets(), Slot.Use.TICKET, samples, untried);
      untried(forms.domains(), Slot.Use.DOMAIN, samples, untried);
      untried(forms.bystanders(), Slot.Use.ADDRESS, samples, untried);
    }
    assertEquals(List.of(), untried);
  }

  private static void untried(
      List<String> forms, Slot.Use use, List<ReplyText> samples, List<String> untried) {
    for (String written : forms) {
      Form form = new Form(written, use);
      if (samples.stream().noneMatch(s -> form.find(s, 0) != null)) {
        untried.add(written);
      }
    }
  }

  private static void same(JsonNode sample, String key, Object found, List<String> wrong) {
    JsonNode expected = sample.get(key);
    if (expected != null && !expected.equals(new ObjectMapper().valueToTree(found))) {
      boolean sameNumber = expected.isNumber() && expected.asText().equals(String.valueOf(found));
      if (!sameNumber) {
        wrong.add(sample.path("text").asText() + ": " + key + " " + found);
      }
    }
  }

  @Test
  @DisplayName("a provider's facts stand before its entries, where they are looked for")
  void place() throws IOException {
    for (Provider p : CATALOG.providers()) {
      JsonNode file =
          new ObjectMapper().readTree(Path.of("codes/providers", p.id() + ".json").toFile());
      List<String> keys = new ArrayList<>();
      file.fieldNames().forEachRemaining(keys::add);
      assertTrue(keys.indexOf("facts") < keys.indexOf("entries"), p.id());
      assertTrue(keys.indexOf("recognise") < keys.indexOf("entries"), p.id());
    }
  }

  @Test
  @DisplayName("a form of a reference number that no one else gives tells the provider")
  void recognised() {
    for (String[] c :
        new String[][] {
          {"550 5.9.9 qwertz k5si445566qtc.7 - gsmtp", "gmail"},
          {"550 5.9.9 qwertz YFIkhhfiSGCl2Nuynp4eNQ - nsmtp", "naver"},
          {"550 qwertz [QmFzZTY0VG9rZW4= Blocked IP 192.0.2.7]", "tencent"},
          {"554 qwertz ANTISPAM_BAT[01201311R846a,ay29]", "aliyun"},
        }) {
      assertEquals(c[1], CLASSIFIER.classify(c[0]).provider(), c[0]);
    }
  }

  @Test
  @DisplayName("a user's own forms come on top, general ones and a provider's")
  void overlay(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("facts.json"),
        """
        { "$schema": "facts.schema.json",
          "waits": ["nap of {time}"],
          "units": { "1209600": ["fortnights", "fortnight"] },
          "tickets": ["case file {id}"],
          "samples": [{ "text": "450 nap of 2 fortnights", "retry-after": 2419200 }] }
        """);
    Files.writeString(
        folder.resolve("ours.json"),
        """
        { "$schema": "provider.schema.json", "entries": [], "id": "ours", "name": "Our filter",
          "about": "Ours.", "links": [{ "title": "our wiki", "url": "https://wiki.example.com/" }],
          "recognise": { "tickets": ["<<{id}>> ours"] },
          "facts": { "bystanders": ["via {ip}"],
            "samples": [{ "text": "550 via 192.0.2.1", "addresses": [] }] } }
        """);
    Catalog catalog = new Catalog("en", Overlay.read(folder));
    Classifier classifier = new Classifier(RuleSet.of(catalog));
    FactFinder finder = new FactFinder(catalog);
    String text = "450 nap of 1 fortnight, case file AB-123, via 192.0.2.1, <<XY-99887>> ours";
    String provider = classifier.classify(text).provider();
    Facts found = finder.find(text, classifier, provider);
    assertEquals("ours", provider);
    assertEquals(1209600L, found.retryAfter());
    assertEquals(List.of("XY-99887", "AB-123"), found.tickets());
    assertEquals(List.of(), found.addresses());
    assertEquals(300L, finder.find("450 retry in 5 minutes", null, List.of()).retryAfter());
  }

  @Test
  @DisplayName("a form without slot, or with a slot that there is not, is refused")
  void brokenForms() {
    ReplyText text = new ReplyText("ticket 12345", new Durations(CATALOG.facts().times()));
    for (String form : new String[] {"ticket", "ticket {nonsense}", "ticket {time}"}) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Form(form, Slot.Use.TICKET).find(text, 0),
          form);
    }
  }

  @Test
  @DisplayName("no input makes it fail, find what is not there, or find without bounds")
  void anyInput() {
    Random random = new Random(3463);
    String[] words = {
      "in",
      "retry",
      "5",
      "minutes",
      "99999999999",
      "[",
      "]",
      "{id}",
      "id",
      "=",
      ":",
      "ticket",
      "a1b2c3",
      "domain",
      "of",
      "@",
      "example.com",
      "192.0.2.1",
      "2001:db8::",
      "http://",
      "www.",
      "- gsmtp",
      ".",
      "ใน",
      "นาที",
      "分",
      "İ",
      "00:05:00",
      "host",
      "said:",
      "\n",
      " ",
      "  ",
      "again",
      "1,000",
      "/",
      "-"
    };
    for (int n = 0; n < 5_000; n++) {
      StringBuilder text = new StringBuilder("550 ");
      for (int length = random.nextInt(25); length > 0; length--) {
        text.append(words[random.nextInt(words.length)]);
        text.append(random.nextInt(3) == 0 ? "" : " ");
      }
      Facts found = FINDER.find(text.toString(), "gmail", List.of());
      for (String ticket : found.tickets()) {
        assertTrue(text.indexOf(ticket) >= 0, () -> ticket + " in " + text);
      }
      assertTrue(found.addresses().size() <= 5 && found.links().size() <= 5, text::toString);
    }
  }

  @Test
  @DisplayName("a text made to be slow takes time in proportion to its length")
  void hostile() {
    for (String part :
        new String[] {
          "again in ",
          "1 ",
          "- gsmtp ",
          "[aB1-",
          "12345-",
          "id=",
          ": : ",
          "domain a.",
          "host x[1.1.1.1",
          "5 minutes and ",
          "a",
          "::",
          "1:1:",
          "http://",
          "aaaaaaaaaa.",
          "at least at least ",
          ",000",
          "]",
          "ใน",
          "1,",
          "{id} "
        }) {
      String text = "550 5.7.1 " + part.repeat(1 << 20 >> 3);
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> {
            for (String provider : new String[] {null, "gmail", "mimecast", "yandex", "tencent"}) {
              FINDER.find(text, provider, List.of());
            }
          },
          part);
    }
  }

  @Test
  @DisplayName("a provider that the catalogue lacks has no forms")
  void unknownProvider() {
    FactForms none = CATALOG.facts("nobody");
    assertEquals(List.of(), none.tickets());
  }
}
