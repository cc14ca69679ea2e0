package dev.smtpcode.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smtpcode.catalog.Catalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Redaction hides local parts and user names, the same always by the same word")
class RedactionTest {
  private static final Redaction REDACTION = redaction("key");

  private static Redaction redaction(String key) {
    return new Redaction(
        new RedactionKey(
            key.getBytes(StandardCharsets.UTF_8), Catalog.bundled().facts().userNames()));
  }

  private static String text(String text, String recipient) {
    return text(REDACTION, text, recipient);
  }

  private static String text(Redaction redaction, String text, String recipient) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    byte[] to = recipient.getBytes(StandardCharsets.UTF_8);
    return new String(redaction.text(b, 0, b.length, to), StandardCharsets.UTF_8);
  }

  private static String word(String address) {
    byte[] b = address.getBytes(StandardCharsets.UTF_8);
    String hidden = new String(REDACTION.address(b, 0, b.length), StandardCharsets.UTF_8);
    return hidden.substring(0, 12);
  }

  @Test
  @DisplayName("local parts of addresses are hidden, domains stay")
  void addresses() {
    String text =
        text(
            "<Ann.Lee@example.com>: user ann.lee@Example.com unknown, see https://x.example/?a=b@c"
                + " and @x",
            "");
    assertFalse(text.toLowerCase(Locale.ROOT).contains("ann"), text);
    assertTrue(text.contains("@example.com>: user h-"), text);
    assertEquals(text("a@b.example", ""), text("A@B.example", "").replace("@B", "@b"));
    assertEquals(
        "see https://spf.example/?id=" + word("joe@example.com") + "%40example.com&ip=1",
        text("see https://spf.example/?id=joe%40example.com&ip=1", ""));
    for (String secret : new String[] {"<\"joe doe\"@example.com> no", "<joe@[203.0.113.5]> no"}) {
      String hidden = text(secret, "");
      assertFalse(hidden.contains("joe") || hidden.contains("doe"), hidden);
      assertTrue(hidden.startsWith("<h-") && hidden.endsWith("> no"), hidden);
    }
    assertNotEquals(text("a@b.example", ""), text(redaction("other"), "a@b.example", ""));
    assertEquals("no address here", text("no address here", ""));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "no joe@[203.0.113.5 here",
        "no joe\"@mail.example here",
        "no joe&#64;mail.example here",
        "no joe=40mail.example here"
      })
  @DisplayName("broken and encoded addresses are hidden too")
  void oddForms(String secret) {
    String hidden = text(secret, "");
    assertTrue(hidden.matches("no h-\\w+\\W.* here"), hidden);
  }

  @Test
  @DisplayName("a number behind a name is no domain")
  void numbers() {
    assertEquals("size=4096, delay=40.25", text("size=4096, delay=40.25", ""));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          550 joe: User unknown                     | joe@example.com     | 550 #: User unknown
          550 Joe: no such user                     | joe@example.com     | 550 #: no such user
          550 JOE                                   | Joe@example.com     | 550 #
          (joe) joe, 'joe' joe=joe                  | joe@example.com     | (#) #, '#' #=#
          550 joey joe1 xjoe joe                    | joe@example.com     | 550 joey joe1 xjoe #
          550 ann.lee is over quota                 | ann.lee@example.com | 550 # is over quota
          550 joe+news and joe unknown              | joe+news@example.com| 550 # and # unknown
          550 joe unknown                           | joe                 | 550 # unknown
          <joe@example.com>: joe is full            | joe@example.com     | <#@example.com>: # is full
          550 <joe>: Recipient address rejected     | joe@example.com     | 550 <#>: Recipient address rejected
          host joe.example.net says joe unknown     | joe@example.com     | host #.example.net says # unknown
          """)
  void recipient(String text, String recipient, String expected) {
    String hidden = text(text, recipient);
    String whole = recipient.contains("+") ? recipient : recipient.toLowerCase(Locale.ROOT);
    assertEquals(expected.replace("#", word(whole)), hidden);
  }

  @Test
  @DisplayName("names in angle brackets and behind wording are hidden, hosts and addresses are not")
  void names() {
    assertEquals(
        "550 <" + text("unix user bob", "").substring(10) + ">: no",
        text("550 <bob>: no", "joe@example.com"));
    for (String text :
        new String[] {
          "550 <>: no",
          "450 <mail.example.org>: Helo command rejected",
          "550 <example.com>: Domain not found",
          "550 <192.0.2.1> blocked",
          "550 <no such thing> <b c",
          "550 User unknown, no such user here"
        }) {
      assertEquals(text, text(text, "joe@example.com"));
    }
  }

  @Test
  @DisplayName("what the catalogue's samples name is hidden")
  void samples() throws IOException {
    JsonNode samples = new ObjectMapper().readTree(Path.of("codes/facts.json").toFile());
    int checked = 0;
    for (JsonNode sample : samples.path("samples")) {
      for (JsonNode name : sample.path("user-names")) {
        String hidden = text(sample.path("text").asText(), "");
        assertFalse(hidden.contains(name.asText()), hidden);
        assertTrue(hidden.contains("h-"), hidden);
        checked++;
      }
    }
    assertTrue(checked >= 3, checked + " names");
  }

  @Test
  @DisplayName("no text makes it fail or slow, or leaves the recipient's name as a word in it")
  void hostile() {
    Random random = new Random(7);
    String[] parts = {
      "joe",
      "Joe",
      "<",
      ">",
      "@",
      "@example.com",
      "%40",
      " ",
      "=",
      "'",
      "\"",
      "unix user ",
      "user=",
      "é",
      ".",
      "+",
      "550",
      "joe.joe",
      "\\"
    };
    for (int n = 0; n < 20_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String shown = text(text.toString(), "joe@example.com").toLowerCase(Locale.ROOT);
      String hidden = shown.replaceAll("(@|%40)[a-z0-9.\\-\u0080-\uffff]*", "@"); // domains stay
      assertFalse(
          hidden.matches("(?s)(.*[^a-z0-9\u0080-\uffff])?joe([^a-z0-9\u0080-\uffff].*)?"),
          () -> text + " -> " + hidden);
    }
    for (String part :
        new String[] {"<a", "user=", "a.", "joe.", "@", "joe@", "unix user a ", "<"}) {
      String text = part.repeat(200_000);
      String long64 = "a.".repeat(32) + "b@example.com";
      assertTimeoutPreemptively(
          Duration.ofSeconds(5), () -> text(text, "joe@example.com").length(), part);
      assertTimeoutPreemptively(Duration.ofSeconds(5), () -> text(text, long64).length(), part);
    }
  }
}
