package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatRule;
import java.util.ArrayList;
import java.util.List;

/** A line format that its description says all about. */
final class RuleMatcher extends LineMatcher {
  private final LineRule[] rules;
  private final Needle[] replies;

  /** What stands behind the id in events; null for anything. */
  private final Needle[] heads;

  RuleMatcher(FormatFile file) {
    super(file.id());
    rules = new LineRule[file.rules().size()];
    int n = 0;
    for (FormatRule rule : file.rules()) {
      rules[n++] = new LineRule(rule);
    }
    replies = new Needle[file.replies().size()];
    for (int i = 0; i < replies.length; i++) {
      replies[i] = new Needle(file.replies().get(i));
    }
    List<Needle> begins = new ArrayList<>();
    boolean all = true;
    for (LineRule rule : rules) {
      all &= rule.begins.length > 0;
      for (Needle begin : rule.begins) {
        if (begins.stream().noneMatch(begin::startsWith)) {
          begins.add(begin);
        }
      }
    }
    heads = all ? begins.toArray(new Needle[0]) : null;
  }

  /** Whether {@link #mayBegin} tells most lines that are no events. */
  boolean tellsByHead() {
    return heads != null;
  }

  /** Whether a message may be an event in which this stands behind the id. */
  boolean mayBegin(byte[] b, int head, int to) {
    for (Needle n : heads) {
      if (n.at(b, head, to)) {
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
    return match(b, from, behindId(b, from, to), search, to, event, sink);
  }

  /** As {@link #match}, where what stands behind the id begins at {@code head}. */
  boolean matchHead(byte[] b, int from, int head, int to, LogEvent event, EventSink sink) {
    return match(b, from, head, head, to, event, sink);
  }

  private boolean match(
      byte[] b, int from, int head, int search, int to, LogEvent event, EventSink sink) {
    for (LineRule rule : rules) {
      int at = rule.begins(b, head, to) ? rule.marker.in(b, search, to) : -1;
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
