package dev.smtpcode.scan;

import dev.smtpcode.catalog.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an event says of the address or the sender. There is one object for each combination, and
 * few combinations; all tallies of a process know it by the same number.
 */
final class Kind {
  private static final Map<String, Kind> KNOWN = new HashMap<>();
  private static final List<Kind> NUMBERED = new ArrayList<>();

  /** Of what is no failure. */
  static final Kind NONE = of(null, Verdict.NONE, "none");

  /** Of a complaint: the address must not be written to again. */
  static final Kind COMPLAINT = of(null, Verdict.NONE, "suppress");

  private final String cause;
  private final Verdict verdict;
  private final String action;
  private final int number;

  private Kind(String cause, Verdict verdict, String action, int number) {
    this.cause = cause;
    this.verdict = verdict;
    this.action = action;
    this.number = number;
  }

  /**
   * @param cause id, or null
   */
  static Kind of(String cause, Verdict verdict, String action) {
    String key = name(cause, verdict, action);
    synchronized (KNOWN) {
      Kind k = KNOWN.get(key);
      if (k == null) {
        k = new Kind(cause, verdict, action, NUMBERED.size());
        KNOWN.put(key, k);
        NUMBERED.add(k);
      }
      return k;
    }
  }

  static Kind numbered(int number) {
    synchronized (KNOWN) {
      return NUMBERED.get(number);
    }
  }

  private static String name(String cause, Verdict verdict, String action) {
    return cause + " " + verdict.id() + " " + action;
  }

  /** Id, or null. */
  String cause() {
    return cause;
  }

  Verdict verdict() {
    return verdict;
  }

  String action() {
    return action;
  }

  int number() {
    return number;
  }

  @Override
  public String toString() {
    return name(cause, verdict, action);
  }
}
