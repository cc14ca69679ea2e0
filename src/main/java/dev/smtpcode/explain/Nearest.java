package dev.smtpcode.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a mistyped word may have meant. */
public final class Nearest {
  private static final int MOST = 4;
  private static final int LONGEST_WORD = 40;

  private Nearest() {}

  /**
   * Those of {@code known} that differ least from what was typed, at most a few, none where all
   * differ much.
   */
  public static List<String> of(String typed, List<String> known) {
    if (typed.length() > LONGEST_WORD) {
      return List.of();
    }
    String wanted = typed.toLowerCase(Locale.ROOT);
    int limit = Math.max(1, Math.min(3, wanted.length() / 3));
    List<String> found = new ArrayList<>();
    for (int distance = 1; distance <= limit && found.isEmpty(); distance++) {
      for (String name : known) {
        if (found.size() < MOST
            && distance(wanted, name.toLowerCase(Locale.ROOT)) == distance
            && !found.contains(name)) {
          found.add(name);
        }
      }
    }
    return found;
  }

  /**
   * How far apart two words are when typed (Damerau-Levenshtein, adjacent letters swapped count
   * one).
   */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
