package dev.smtpcode.explain;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.cause.Evidence;
import java.util.List;

/**
 * The answer to one query.
 *
 * @param query as asked
 * @param kind what was asked for
 * @param reply 3-digit reply code, or null
 * @param enhanced enhanced status code, or null
 * @param provider id of the provider that speaks, or null
 * @param cause id of the cause; null where the code alone does not tell
 * @param verdict null where the code alone does not tell
 * @param action null where the code alone does not tell
 * @param command SMTP command answered, or null
 * @param evidence why this cause
 * @param facts what a reply text carries besides; empty for codes
 * @param entries what the catalogue says of it, the most telling first
 * @param causeEntry the entry of {@code cause}, or null
 * @param profile the provider that was asked for, or null
 */
public record Explanation(
    String query,
    Kind kind,
    String reply,
    String enhanced,
    String provider,
    String cause,
    Verdict verdict,
    String action,
    String command,
    Evidence evidence,
    Facts facts,
    List<Entry> entries,
    Entry causeEntry,
    Provider profile) {

  /** What a query is. */
  public enum Kind {
    CODE,
    TEXT,
    CAUSE,
    ACTION,
    PROVIDER
  }

  /**
   * The code or codes as one label, such as {@code 550 5.7.26}; where there is none, the query, of
   * a text its cause.
   */
  public String label() {
    if (reply != null && enhanced != null) {
      return reply + " " + enhanced;
    }
    if (reply != null) {
      return reply;
    }
    if (enhanced != null) {
      return enhanced;
    }
    return kind == Kind.TEXT ? cause : query;
  }
}
