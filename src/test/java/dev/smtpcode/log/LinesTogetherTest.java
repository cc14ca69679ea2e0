package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatReader;
import dev.smtpcode.catalog.FormatSample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What makes a block quick to read (a filter for markers, where the program stood in the line
 * before) must not change what is found. A line by itself has nothing of that.
 */
@DisplayName("Lines of a block give the events that each gives alone")
class LinesTogetherTest {
  private static final Instant DAY = Instant.parse("2026-11-24T12:00:00Z");
  private static final String ODD = " :<>[](),=\r\0x5\u00e9";

  private final LogFormats formats = LogFormats.bundled();
  private final List<String> lines = new ArrayList<>();
  private final Random random = new Random(11);

  LinesTogetherTest() {
    for (FormatFile format : FormatReader.bundled(true)) {
      for (FormatSample sample : format.samples()) {
        if (format.kind().equals("line") && sample.text().indexOf('\n') < 0) {
          lines.add(sample.text());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"postfix", "sendmail", "opensmtpd", "haraka"})
  @DisplayName("whatever they are, and however they are damaged")
  void together(String format) {
    LineScanner together = new LineScanner(formats, null);
    LineScanner alone = new LineScanner(formats, null);
    LineScanner.Nature nature = new LineScanner.Nature(number(format), false, false);
    int found = 0;
    for (int round = 0; round < 300; round++) {
      List<String> some = new ArrayList<>();
      for (int n = random.nextInt(30); n >= 0; n--) {
        some.add(damaged(lines.get(random.nextInt(lines.size()))));
      }
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < some.size(); i++) {
        expected.addAll(events(alone, nature, some.get(i) + "\n", i));
      }
      assertEquals(expected, events(together, nature, String.join("\n", some) + "\n", 0));
      found += expected.size();
    }
    assertTrue(found > 500, format + ": " + found);
  }

  @Test
  @DisplayName("there are samples to damage")
  void samples() {
    assertTrue(lines.size() > 50, () -> "" + lines.size());
  }

  private int number(String format) {
    List<String> ids = formats.ids();
    return ids.indexOf(format);
  }

  private String damaged(String line) {
    StringBuilder s = new StringBuilder(line);
    for (int n = random.nextInt(4); n > 0 && s.length() > 1; n--) {
      int at = random.nextInt(s.length());
      switch (random.nextInt(4)) {
        case 0 -> s.deleteCharAt(at);
        case 1 -> s.setLength(at + 1);
        default -> s.insert(at, ODD.charAt(random.nextInt(ODD.length())));
      }
    }
    return s.toString();
  }

  private static List<String> events(
      LineScanner scanner, LineScanner.Nature nature, String log, int firstLine) {
    byte[] text = log.getBytes(StandardCharsets.UTF_8);
    byte[] b = Arrays.copyOf(text, text.length + LineScanner.PADDING);
    List<String> events = new ArrayList<>();
    scanner.reset();
    scanner.source(nature, DAY);
    scanner.scan(
        b,
        0,
        text.length,
        e ->
            events.add(
                String.join(
                    " | ",
                    Integer.toString(firstLine + e.line()),
                    e.format() + " " + e.outcome().id(),
                    e.reply() + " " + e.enhanced() + " " + e.time(),
                    slice(e, e.queueFrom(), e.queueTo()),
                    slice(e, e.recipientFrom(), e.recipientTo()),
                    slice(e, e.relayFrom(), e.relayTo()),
                    slice(e, e.textFrom(), e.textTo()))));
    return events;
  }

  private static String slice(LogEvent e, int from, int to) {
    return new String(e.buf(), from, to - from, StandardCharsets.UTF_8);
  }
}
