package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sample replies of the catalogue, which tell how common a piece of wording is. */
final class SampleTexts {
  private final List<String> samples = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  void add(List<String> texts) {
    for (String text : texts) {
      byte[] utf8 = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      int length = PlainLetters.fold(utf8, utf8.length);
      samples.add(new String(utf8, 0, length, StandardCharsets.ISO_8859_1));
    }
  }

  /** How many samples hold a literal. */
  int holding(byte[] literal) {
    String wanted = new String(literal, StandardCharsets.ISO_8859_1);
    return counts.computeIfAbsent(
        wanted, w -> (int) samples.stream().filter(s -> s.contains(w)).count());
  }
}
