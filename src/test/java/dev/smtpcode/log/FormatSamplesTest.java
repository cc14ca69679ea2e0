package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatHead;
import dev.smtpcode.catalog.FormatReader;
import dev.smtpcode.catalog.FormatSample;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.scan.Filter;
import dev.smtpcode.scan.Progress;
import dev.smtpcode.scan.ScanRequest;
import dev.smtpcode.scan.Scanner;
import dev.smtpcode.scan.TimeRange;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every log format gives the events that its samples say")
class FormatSamplesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Scanner scanner = new Scanner(RuleSet.bundled(), LogFormats.bundled());

  @Test
  @DisplayName("as they lie in codes/formats")
  void samples() throws IOException {
    int samples = 0;
    for (FormatFile format : FormatReader.bundled(true)) {
      for (FormatSample sample : format.samples()) {
        check(format.id(), sample, sample.text() + "\n");
        samples++;
      }
    }
    assertEquals(true, samples >= 40, samples + " samples");
  }

  @Test
  @DisplayName("with CRLF line ends and without a last line end")
  void lineEnds() throws IOException {
    for (FormatFile format : FormatReader.bundled(true)) {
      for (FormatSample sample : format.samples()) {
        check(format.id(), sample, sample.text().replace("\n", "\r\n"));
      }
    }
  }

  @Test
  @DisplayName("and is known by its head, as the build lists it, before its file is read")
  void heads() {
    List<FormatHead> heads = new ArrayList<>();
    for (FormatFile f : FormatReader.bundled(false)) {
      heads.add(new FormatHead(f.id(), f.kind(), f.programs()));
    }
    assertEquals(heads, FormatReader.heads());
  }

  private void check(String format, FormatSample sample, String log) throws IOException {
    List<Map<String, Object>> events = events(log);
    assertEquals(sample.events().size(), events.size(), () -> format + ": " + log);
    for (int i = 0; i < events.size(); i++) {
      Map<String, Object> event = events.get(i);
      assertEquals(format, event.get("format"), log);
      sample
          .events()
          .get(i)
          .forEach(
              (key, value) ->
                  assertEquals(value, event.get(key), () -> format + " " + key + ": " + log));
    }
  }

  private List<Map<String, Object>> events(String log) throws IOException {
    ScanRequest request =
        new ScanRequest(List.of("-"), null, 1, TimeRange.ALWAYS, Filter.ALL, 10, null, false, null);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    scanner
        .prepare(
            request,
            new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)),
            out,
            false,
            Progress.NONE)
        .finish();
    List<Map<String, Object>> events = new ArrayList<>();
    for (String line : out.toString(StandardCharsets.UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        events.add(JSON.readValue(line, new TypeReference<Map<String, Object>>() {}));
      }
    }
    return events;
  }
}
