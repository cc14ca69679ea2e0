package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A phrase of the catalogue, taken apart.
 *
 * @param parts its literals in order, in lower case and without marks
 * @param wordStart whether a word must begin where it begins
 * @param wordEnd whether a word must end where it ends
 * @param prose whether it is words alone, without a mark that stands in addresses and host names
 */
record PhraseText(List<byte[]> parts, boolean wordStart, boolean wordEnd, boolean prose) {

  /** Splits at {@code *}; a {@code *} at an end lifts the word boundary there. */
  static PhraseText of(String text) {
    List<byte[]> parts = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int star = text.indexOf('*', from);
      int to = star < 0 ? text.length() : star;
      if (to > from) {
        parts.add(normal(text.substring(from, to)));
      }
      from = to + 1;
    }
    byte[] first = parts.get(0);
    byte[] last = parts.get(parts.size() - 1);
    return new PhraseText(
        parts,
        text.charAt(0) != '*' && Characters.isWord(first[0]),
        text.charAt(text.length() - 1) != '*' && Characters.isWord(last[last.length - 1]),
        isProse(text));
  }

  private static boolean isProse(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.' || c == '@' || c == '/' || c == ':') {
        return false;
      }
    }
    return true;
  }

  /**
   * The number of the part that fewest texts hold, and of those the longest: it is looked for
   * first.
   */
  int anchor(SampleTexts samples) {
    int best = 0;
    for (int i = 1; i < parts.size(); i++) {
      int fewer = samples.holding(parts.get(best)) - samples.holding(parts.get(i));
      if (fewer > 0 || fewer == 0 && parts.get(i).length > parts.get(best).length) {
        best = i;
      }
    }
    return best;
  }

  private static byte[] normal(String part) {
    byte[] b = part.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    byte[] folded = new byte[b.length];
    return Arrays.copyOf(folded, PlainLetters.fold(folded, Characters.fold(b, folded)));
  }
}
