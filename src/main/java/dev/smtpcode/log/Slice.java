package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatField;
import java.util.List;

/** Finds a value in a line by the literals around it. */
final class Slice {
  private static final int NEAR = 3;

  private final Needle[] after;
  private final Needle[] until;
  private final boolean last;
  private final boolean behind;

  /** Whether the value ends where the region does, so that its literal is looked for from there. */
  private final boolean beforeEnd;

  private final Needle then;
  private final Needle[] not;

  private int from;
  private int to;

  Slice(FormatField field) {
    after = needles(field.after());
    until = needles(field.until());
    beforeEnd = !field.behind() && after.length == 1 && until.length == 0;
    last = field.last();
    behind = field.behind();
    then = field.then() == null ? null : new Needle(field.then());
    not = needles(field.not());
  }

  private static Needle[] needles(List<String> texts) {
    Needle[] all = new Needle[texts.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = new Needle(texts.get(i));
    }
    return all;
  }

  boolean behind() {
    return behind;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Looks in {@code b[start,end)}. */
  boolean find(byte[] b, int start, int end) {
    int i = start;
    for (Needle n : after) {
      int at = beforeEnd ? n.lastIn(b, i, end) : next(n, b, i, end);
      if (at < 0) {
        return false;
      }
      i = at + n.length();
    }
    int stop = stop(b, i, end);
    if (stop < 0) {
      return false;
    }
    if (then != null && then.at(b, stop, end)) {
      i = stop + then.length();
      stop = stop(b, i, end);
      if (stop < 0) {
        return false;
      }
    }
    for (Needle none : not) {
      if (stop - i == none.length() && none.at(b, i, stop)) {
        return false;
      }
    }
    from = i;
    to = stop;
    return true;
  }

  /** The next place of a literal: most stand right behind the value before, or a comma and it. */
  private static int next(Needle n, byte[] b, int from, int end) {
    for (int i = from; i < from + NEAR; i++) {
      if (n.at(b, i, end)) {
        return i;
      }
    }
    return n.in(b, from + NEAR, end);
  }

  private int stop(byte[] b, int i, int end) {
    if (until.length == 0) {
      return end;
    }
    if (until.length == 1) {
      return last ? until[0].lastIn(b, i, end) : until[0].in(b, i, end);
    }
    int best = -1;
    for (Needle n : until) {
      int at = last ? n.lastIn(b, i, end) : n.in(b, i, best < 0 ? end : best);
      if (at >= 0 && (best < 0 || at < best)) {
        best = at;
      }
    }
    return best;
  }
}
