package dev.smtpcode.cli;

import dev.smtpcode.catalog.Messages;
import dev.smtpcode.explain.UnknownQueryException;
import dev.smtpcode.render.Clean;

/** Says in one line why a query was not understood, and what may have been meant. */
final class Complaints {
  private static final int LONGEST_QUOTE = 80;

  private final Messages messages;

  Complaints(Messages messages) {
    this.messages = messages;
  }

  String of(UnknownQueryException e) {
    String query = Clean.line(e.query());
    String quoted = query;
    if (query.codePointCount(0, query.length()) > LONGEST_QUOTE) {
      quoted = query.substring(0, query.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }
    String text = messages.get("explain.error." + e.reason(), quoted);
    if (e.suggestions().isEmpty()) {
      return e.reason().equals("code") ? text + "; " + messages.get("explain.error.list") : text;
    }
    return text
        + "; "
        + messages.get("explain.error.suggestion", String.join(", ", e.suggestions()));
  }
}
