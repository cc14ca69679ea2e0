package dev.smtpcode.scan;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A limit that makes a scan end with another status, such as {@code hard>2%}.
 *
 * @param what a verdict, an outcome, a cause, or {@code failures}
 * @param orEqual whether the limit itself is over it
 * @param limit a number of events, or a share of all in per cent
 */
public record FailOn(String what, boolean orEqual, double limit, boolean share) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([a-z-]{3,40})\\s*(>=?)\\s*(\\d{1,12}(?:\\.\\d{1,6})?)\\s*(%?)\\s*");

  /**
   * Reads a limit as a user writes it.
   *
   * @throws IllegalArgumentException with the text that cannot be read
   */
  public static FailOn parse(String text) {
    Matcher m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException(text);
    }
    return new FailOn(
        m.group(1), m.group(2).equals(">="), Double.parseDouble(m.group(3)), !m.group(4).isEmpty());
  }

  /** Events that it is about. */
  public long count(Summary s) {
    if (what.equals("failures")) {
      return s.failures();
    }
    long n = 0;
    for (Map.Entry<dev.smtpcode.log.Outcome, Long> e : s.outcomes().entrySet()) {
      n += e.getKey().id().equals(what) ? e.getValue() : 0;
    }
    for (Summary.CauseCount c : s.causes()) {
      n += c.verdict().equals(what) || what.equals(c.cause()) ? c.count() : 0;
    }
    return n;
  }

  /** Whether the summary is over the limit. */
  public boolean isMet(Summary s) {
    double n = share ? s.events() == 0 ? 0 : 100.0 * count(s) / s.events() : count(s);
    return orEqual ? n >= limit : n > limit;
  }
}
