package dev.smtpcode.scan;

import java.util.Locale;

/** What the failures of a summary can be counted by. */
public enum GroupBy {
  CAUSE,
  CODE,
  DOMAIN,
  PROVIDER,
  RELAY,
  HOUR,
  DAY;

  /** The word of the option and of JSON output. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
