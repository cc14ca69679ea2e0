package dev.smtpcode.explain;

import java.util.List;

/** A query that is neither a code nor a known word nor a text that can be understood. */
public final class UnknownQueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String query;
  private final String reason;
  private final transient List<String> suggestions;

  /**
   * @param reason key of the message, below {@code explain.error}
   * @param suggestions what may have been meant, the nearest first
   */
  UnknownQueryException(String query, String reason, List<String> suggestions) {
    super(query);
    this.query = query;
    this.reason = reason;
    this.suggestions = suggestions;
  }

  public String query() {
    return query;
  }

  public String reason() {
    return reason;
  }

  public List<String> suggestions() {
    return suggestions;
  }
}
