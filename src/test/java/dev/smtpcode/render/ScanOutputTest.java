package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.LogFormats;
import dev.smtpcode.scan.Filter;
import dev.smtpcode.scan.GroupBy;
import dev.smtpcode.scan.Progress;
import dev.smtpcode.scan.ScanRequest;
import dev.smtpcode.scan.Scanner;
import dev.smtpcode.scan.Summary;
import dev.smtpcode.scan.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A scan's summary, as it is shown")
class ScanOutputTest {
  private static final String HOSTILE =
      "\u001b[31mred\u001b[0m \u202eright\u202c \u0007 | `x` <b> \ufffd";

  private static Summary summary(GroupBy by) throws IOException {
    StringBuilder log = new StringBuilder();
    String[] said = {
      "550 5.1.1 User unknown",
      "451 4.7.1 Greylisted",
      "550 5.7.1 blocked using zen.spamhaus.org",
      "552 5.2.2 over quota"
    };
    for (int i = 0; i < 200; i++) {
      String reply = said[i % said.length];
      log.append(
          String.format(
              "Nov %02d %02d:00:00 mx1 postfix/smtp[1]: A%d: to=<=u%d@%s.example>,"
                  + " relay=mx.example.com[203.0.113.5]:25, delay=1, delays=0/0/0/1, dsn=%s,"
                  + " status=%s (host mx.example.com[203.0.113.5] said: %s %s (in reply to RCPT TO"
                  + " command))%n",
              1 + i % 20,
              i % 24,
              i,
              i,
              i % 7 == 0 ? "-d" : "a-rather-long-name-of-a-domain-that-goes-on-and-on-" + i % 9,
              reply.substring(4, 9),
              reply.charAt(0) == '4' ? "deferred" : "bounced",
              reply,
              HOSTILE));
    }
    ScanRequest request =
        new ScanRequest(List.of("-"), null, 1, TimeRange.ALWAYS, Filter.ALL, 10, by, true, null);
    return new Scanner(RuleSet.bundled(), LogFormats.bundled())
        .prepare(
            request,
            new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)),
            null,
            true,
            Progress.NONE)
        .finish();
  }

  private static void harmless(String shown) {
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      assertTrue(
          c >= ' ' && c != 0x7f || c == '\n' || c == '\r', () -> "control character " + (int) c);
      assertFalse(c >= 0x202a && c <= 0x202e, "direction mark");
    }
  }

  private String shown(OutputFormat format, int width, String language, Summary summary) {
    Messages words = new Messages(language);
    Catalog entries = new Catalog(language, null);
    return format
        .renderer(new Display(width, false, false), words)
        .render(new ScanPage(words, entries, summary));
  }

  private String shown(OutputFormat format, GroupBy by) throws IOException {
    return shown(format, 80, "en", summary(by));
  }

  @Test
  @DisplayName("text fits the terminal at 40, 80 and 120 columns, whatever the log holds")
  void text() throws IOException {
    for (GroupBy by : GroupBy.values()) {
      Summary summary = summary(by);
      for (int width : new int[] {40, 80, 120}) {
        for (String language : List.of("en", "th")) {
          String shown = shown(OutputFormat.TEXT, width, language, summary);
          harmless(shown);
          shown.lines().forEach(line -> assertTrue(Width.of(line) <= width, width + ": " + line));
          assertTrue(
              shown.contains(new Messages(language).get("scan.heading.advice")),
              "What to do first");
          assertTrue(shown.contains("user-unknown"));
        }
      }
    }
  }

  @Test
  @DisplayName("JSON is one object on one line")
  void json() throws IOException {
    String shown = shown(OutputFormat.JSON, GroupBy.DAY);
    harmless(shown);
    assertEquals(1, shown.lines().count());
    JsonNode json = new ObjectMapper().readTree(shown);
    assertEquals(200, json.get("events").asInt());
    assertEquals(50, json.get("outcomes").get("deferred").asInt());
    assertEquals("day", json.get("group").get("by").asText());
    assertEquals(20, json.get("group").get("rows").size());
  }

  @Test
  @DisplayName("a cell of CSV that a spreadsheet would take for a formula is none any more")
  void csv() throws IOException {
    String shown = shown(OutputFormat.CSV, GroupBy.DOMAIN);
    harmless(shown);
    assertTrue(shown.contains("'-d.example,"), shown);
    harmless(shown(OutputFormat.CSV, null));
    assertTrue(new ScanSuppression().list(summary(null)).contains("'=u0@-d.example,"));
    assertEquals("'+1", CsvRenderer.cell("+1"));
    assertEquals("a+1", CsvRenderer.cell("a+1"));
  }

  @Test
  @DisplayName("Markdown keeps its tables and lists, and takes nothing of the log for markup")
  void markdown() throws IOException {
    String shown = shown(OutputFormat.MARKDOWN, GroupBy.DOMAIN);
    harmless(shown);
    List<String> quotes = shown.lines().filter(l -> l.contains("<b>")).toList();
    assertEquals(4, quotes.size(), "one quote a cause");
    for (String quote : quotes) {
      assertTrue(quote.startsWith("   - `") && quote.endsWith("`"), quote);
      assertEquals(2, quote.chars().filter(c -> c == '`').count(), quote);
    }
    List<String> domains = shown.lines().filter(l -> l.startsWith("| a-rather-long-name")).toList();
    assertTrue(domains.size() > 10, shown);
    for (String row : domains) {
      long bars = row.replace("\\|", "").chars().filter(c -> c == '|').count();
      assertTrue(bars == 4 || bars == 5, row);
    }
  }
}
