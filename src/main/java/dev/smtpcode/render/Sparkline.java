package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.Map;
import java.util.SortedMap;

/**
 * A timeline, drawn in one line of text.
 *
 * @param marks a column each, as high as its count
 * @param caption from when to when it is, and how high it goes
 */
record Sparkline(String marks, String caption) {
  private static final String HEIGHTS = "▁▂▃▄▅▆▇█";

  /** Draws an hour a column, or as few hours as fit into the columns. */
  static Sparkline of(Block.Timeline time, int columns, Messages messages) {
    SortedMap<Long, Long> counts = time.counts();
    long first = counts.firstKey();
    long span = counts.lastKey() - first + 1;
    long hours = (span + columns - 1) / columns;
    long[] sums = new long[(int) ((span + hours - 1) / hours)];
    for (Map.Entry<Long, Long> count : counts.entrySet()) {
      sums[(int) ((count.getKey() - first) / hours)] += count.getValue();
    }
    long most = 0;
    for (long n : sums) {
      most = Math.max(most, n);
    }
    StringBuilder marks = new StringBuilder(sums.length);
    for (long n : sums) {
      marks.append(n == 0 ? ' ' : height(n, most));
    }
    String caption =
        messages.get(
            hours == 1 ? "chart.hours.one" : "chart.hours.many",
            time.from(),
            time.to(),
            Numbers.grouped(most),
            Numbers.grouped(hours));
    return new Sparkline(marks.toString(), caption);
  }

  private static char height(long n, long most) {
    return HEIGHTS.charAt((int) ((n * (HEIGHTS.length() - 1) + most - 1) / most));
  }
}
