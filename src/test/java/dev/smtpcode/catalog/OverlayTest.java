package dev.smtpcode.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A user's own entries lie over the catalogue")
class OverlayTest {
  private static final String ENTRY =
      """
      {
        "$schema": "replies.schema.json",
        "entries": [
          {
            "code": "%s",
            "title": "Our own meaning",
            "class": "5xx",
            "meaning": "Our relay says so.",
            "when-seen": "On Fridays.",
            "fix": ["Ask Ann."],
            "advice": "Ask Ann about it.",
            "who-acts": ["sender"],
            "retry": "%s",
            "commands": ["RCPT"],
            "standard": false,
            "sent-by": "our relay",
            "references": [{ "source": "our wiki" }]
          }
        ]
      }
      """;

  private static final String PROVIDER =
      """
      {
        "$schema": "provider.schema.json",
        "entries": [
          {
            "code": "%s",
            "title": "Our own code",
            "class": "5xx",
            "meaning": "Our filter says so.",
            "when-seen": "On Fridays.",
            "fix": ["Ask Ann."],
            "advice": "Ask Ann about it.",
            "who-acts": ["sender"],
            "retry": "never",
            "cause": "policy",
            "phrases": ["%s"],
            "references": [{ "source": "our wiki" }]
          }
        ],
        "name": "Our filter",
        "about": "Ours.",
        "links": [{ "title": "our wiki", "url": "https://wiki.example.com/" }],
        "recognise": {},
        "id": "ours"
      }
      """;

  @TempDir Path folder;

  @BeforeEach
  void ownEntry() throws IOException {
    Files.writeString(folder.resolve("own.json"), ENTRY.formatted("550", "never"));
  }

  @Test
  @DisplayName("an entry of one's own replaces the bundled one, the others stay")
  void replaces() {
    Catalog catalog = new Catalog("en", Overlay.read(folder));
    assertEquals("Our own meaning", catalog.reply("550").texts().title());
    assertEquals(Catalog.bundled().reply("551"), catalog.reply("551"));
    assertEquals(Catalog.bundled().replies().size(), catalog.replies().size());
  }

  @Test
  @DisplayName("phrases of one's own are recognised")
  void phrases() throws IOException {
    Files.writeString(
        folder.resolve("phrases.json"),
        """
        { "$schema": "../schema/phrases.schema.json",
          "rules": [ { "cause": "greylisted", "any": ["the cat sleeps"], "samples": ["451 the cat sleeps"] } ] }
        """);
    RuleSet rules = RuleSet.of(new Catalog("en", Overlay.read(folder)));
    assertEquals("greylisted", new Classifier(rules).classify("451 The cat  sleeps.").cause());
  }

  @Test
  @DisplayName("a provider's own code counts before wording, also where its entry has weak phrases")
  void ownCodeWithWeakPhrase() throws IOException {
    Files.writeString(
        folder.resolve("provider.json"),
        PROVIDER.formatted("OWN-99017", "try again later, closing connection"));
    Classifier own = new Classifier(RuleSet.of(new Catalog("en", Overlay.read(folder))));
    String said = "550 %s try again later, closing connection: mailbox full";
    assertEquals("policy", own.classify(said.formatted("OWN-99017")).cause());
    assertEquals("mailbox-full", own.classify(said.formatted("5.0.0")).cause());
  }

  @Test
  @DisplayName("a value that breaks the schema is named with file, line and field")
  void brokenValue() throws IOException {
    Files.writeString(folder.resolve("own.json"), ENTRY.formatted("550", "sometimes"));
    CatalogException e = assertThrows(CatalogException.class, () -> Overlay.read(folder));
    assertTrue(
        e.getMessage().startsWith(folder.resolve("own.json") + ":13: entries/0/retry: "),
        e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  @DisplayName("broken JSON is named with file and line")
  void brokenJson() throws IOException {
    Files.writeString(
        folder.resolve("own.json"), "{\n  \"$schema\": \"replies.schema.json\",\n  oops\n}\n");
    CatalogException e = assertThrows(CatalogException.class, () -> Overlay.read(folder));
    assertTrue(
        e.getMessage().startsWith(folder.resolve("own.json") + ":3: not JSON: "), e.getMessage());
    assertEquals(1, e.getMessage().lines().count());
  }

  @Test
  @DisplayName("a file that names no known schema, and a folder that is none, say what to do")
  void unknown() throws IOException {
    Files.writeString(folder.resolve("own.json"), "{}");
    assertTrue(
        assertThrows(CatalogException.class, () -> Overlay.read(folder))
            .getMessage()
            .contains("$schema"));
    Path none = folder.resolve("none");
    assertEquals(
        "--codes " + none + ": no such folder",
        assertThrows(CatalogException.class, () -> Overlay.read(none)).getMessage());
  }

  @Test
  @DisplayName(
      "a cause, action or provider that there is not is an error with file, line and field")
  void unknownNames() throws IOException {
    String rule =
        """
        {"$schema": "phrases.schema.json", "rules": [
        {"cause": "%s", "any": ["%s"],
         "when": {"provider": "%s"},
         "action": "%s", "samples": ["abc"]}]}
        """;
    Path file = folder.resolve("own-phrases.json");
    Files.writeString(file, rule.formatted("policy", "abc", "gmail", "retry"));
    Overlay.read(folder);
    assertStarts(
        file, 2, "rules/0/cause: there is no 'x'", rule.formatted("x", "abc", "gmail", "retry"));
    assertStarts(
        file,
        3,
        "rules/0/when/provider: there is no 'x'",
        rule.formatted("policy", "abc", "x", "retry"));
    assertStarts(
        file, 4, "rules/0/action: there is no 'x'", rule.formatted("policy", "abc", "gmail", "x"));
    assertStarts(
        file, 2, "rules/0/any/0: does not match", rule.formatted("policy", "**", "gmail", "retry"));
  }

  private void assertStarts(Path file, int line, String message, String text) throws IOException {
    Files.writeString(file, text);
    String said = assertThrows(CatalogException.class, () -> Overlay.read(folder)).getMessage();
    assertTrue(said.startsWith(file + ":" + line + ": " + message), said);
  }

  @Test
  @DisplayName("a provider's id may stand behind its entries")
  void idLast() throws IOException {
    Files.writeString(
        folder.resolve("provider.json"), PROVIDER.formatted("OWN-17", "says our filter"));
    Provider provider = new Catalog("en", Overlay.read(folder)).provider("ours");
    assertEquals("ours", provider.entries().get(0).entry().provider());
  }
}
