package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatRule;
import java.util.ArrayList;
import java.util.List;

/** A line format that its description says all about. */
final class RuleMatcher extends LineMatcher {
  private static final Needle COLON = new Needle(": ");

  private final LineRule[] rules;
  private final Needle[] replies;

  /** What the messages of events begin with; null where some may begin with anything. */
  private final Needle[] begins;

  RuleMatcher(FormatFile file) {
    super(file.id());
    rules = new LineRule[file.rules().size()];
    int n = 0;
    for (FormatRule rule : file.rules()) {
      rules[n++] = new LineRule(rule);
    }
    replies = Needle.all(file.replies());
    begins = begins(rules);
  }

  private static Needle[] begins(LineRule[] rules) {
    List<Needle> all = new ArrayList<>();
    for (LineRule rule : rules) {
      if (rule.begins.length == 0) {
        return null;
      }
      for (Needle n : rule.begins) {
        if (!startsWithOne(n, all)) {
          all.add(n);
        }
      }
    }
    return all.toArray(new Needle[0]);
  }

  private static boolean startsWithOne(Needle n, List<Needle> others) {
    for (Needle s : others) {
      if (n.startsWith(s)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of its lines may be an event. */
  boolean hasEvents() {
    for (LineRule rule : rules) {
      if (!rule.none) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@link #mayBegin} tells most lines that are no events. */
  boolean tellsByBeginning() {
    return begins != null;
  }

  /**
   * Whether a message at {@code from} may be an event, {@code behind} being behind its id.
   *
   * @param b at least eight bytes longer than the message
   */
  boolean mayBegin(byte[] b, int from, int behind) {
    long first = Bytes.word(b, from);
    long second = Bytes.word(b, behind);
    for (Needle n : begins) {
      if (n.begins(first) || n.begins(second)) {
        return true;
      }
    }
    return false;
  }

  /** Behind the message's first word where a colon ends it, as it does an id; else {@code to}. */
  static int behindId(byte[] b, int from, int to) {
    int space = Bytes.indexOf(b, from, to, ' ');
    return space > from && b[space - 1] == ':' ? space + 1 : to;
  }

  /** What a line must hold to be an event: the markers of all rules. */
  Needle[] markers() {
    Needle[] all = new Needle[rules.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = rules[i].marker;
    }
    return all;
  }

  @Override
  boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    return matchBehind(b, from, from, to, event, sink);
  }

  /** As {@link #match}, where no marker begins before {@code search}. */
  boolean matchBehind(byte[] b, int from, int search, int to, LogEvent event, EventSink sink) {
    int start = from;
    int colon = begins == null ? -1 : COLON.in(b, from, to);
    if (colon > from && b[colon - 1] == ']') { // the program's name, in a head of an unknown kind
      start = colon + COLON.length();
    }
    return match(b, start, behindId(b, start, to), search, to, event, sink);
  }

  /**
   * As {@link #match}.
   *
   * @param behind behind the message's id
   * @param search no marker begins before it
   */
  boolean match(
      byte[] b, int from, int behind, int search, int to, LogEvent event, EventSink sink) {
    for (LineRule rule : rules) {
      int begin = rule.begin(b, from, behind, to);
      int at = begin < 0 ? -1 : rule.marker.in(b, Math.max(begin, search), to);
      if (at >= 0) {
        event.begin(b, format);
        if (rule.read(b, from, at, to, event, replies, sink)) {
          return true;
        }
      }
    }
    return false;
  }
}
