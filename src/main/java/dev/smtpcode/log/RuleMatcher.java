package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatRule;

/** A line format that its description says all about. */
final class RuleMatcher extends LineMatcher {
  private final LineRule[] rules;
  private final Needle[] replies;

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
    for (LineRule rule : rules) {
      int at = rule.marker.in(b, search, to);
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
