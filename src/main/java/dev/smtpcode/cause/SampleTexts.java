package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The sample replies of the catalogue, which tell how common a piece of wording is. */
final class SampleTexts {
  private static final BitSet NONE = new BitSet();

  private final List<String> samples = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();

  /**
   * For each two bytes that stand side by side the samples that hold them: few hold a rare pair.
   */
  private final Map<Integer, BitSet> byPair = new HashMap<>();

  void add(List<String> texts) {
    for (String text : texts) {
      byte[] utf8 = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      int length = PlainLetters.fold(utf8, utf8.length);
      String sample = new String(utf8, 0, length, StandardCharsets.ISO_8859_1);
      for (int i = 1; i < length; i++) {
        byPair.computeIfAbsent(pair(sample, i), p -> new BitSet()).set(samples.size());
      }
      samples.add(sample);
    }
  }

  /** How many samples hold a literal. */
  int holding(byte[] literal) {
    String wanted = new String(literal, StandardCharsets.ISO_8859_1);
    return counts.computeIfAbsent(wanted, this::count);
  }

  private int count(String wanted) {
    BitSet candidates = new BitSet();
    candidates.set(0, samples.size());
    for (int i = 1; i < wanted.length(); i++) {
      candidates.and(byPair.getOrDefault(pair(wanted, i), NONE));
    }
    return (int) candidates.stream().filter(n -> samples.get(n).contains(wanted)).count();
  }

  /** The byte at {@code i} and the one before. */
  private static int pair(String latin1, int i) {
    return latin1.charAt(i - 1) << Byte.SIZE | latin1.charAt(i);
  }
}
