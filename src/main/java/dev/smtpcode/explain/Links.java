package dev.smtpcode.explain;

import java.util.ArrayList;
import java.util.List;

/** Finds the pages that a text refers to. */
final class Links {
  private static final String[] BEGINNINGS = {"https://", "http://", "www."};
  private static final int LONGEST = 2048;

  /** Where a link stands. */
  record Place(int from, int to) {}

  private Links() {}

  /** The links in a text, in order. */
  static List<Place> in(ReplyText text) {
    List<Place> found = new ArrayList<>();
    String lower = text.lower();
    for (int from = 0; from < lower.length(); from++) {
      int end = text.isBreak(from) ? endOf(lower, from) : -1;
      if (end > 0) {
        found.add(new Place(from, end));
        from = end;
      }
    }
    return found;
  }

  /** Where the link ends that begins at {@code from}; -1 for none. */
  private static int endOf(String lower, int from) {
    for (String beginning : BEGINNINGS) {
      if (lower.startsWith(beginning, from)) {
        int name = from + beginning.length();
        int end = name;
        while (end < lower.length() && end - from < LONGEST && isPart(lower.charAt(end))) {
          end++;
        }
        while (end > name && ".,;:)]'\"!".indexOf(lower.charAt(end - 1)) >= 0) {
          end--;
        }
        return end > name ? end : -1;
      }
    }
    return -1;
  }

  private static boolean isPart(char c) {
    return c > ' ' && c < 127 && "<>\"'`{}|\\^".indexOf(c) < 0;
  }
}
