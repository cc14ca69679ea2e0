package dev.smtpcode.catalog;

/** Whether sending the same message again makes sense. */
public enum Retry {
  /** Success or information: there is nothing to send again. */
  NOT_NEEDED("not-needed"),
  /** The sending server's queue retries by itself. */
  AUTOMATIC("automatic"),
  /** Only once the cause is cured. */
  AFTER_FIX("after-fix"),
  NEVER("never");

  private final String id;

  Retry(String id) {
    this.id = id;
  }

  /** The word used in data, output and message keys. */
  public String id() {
    return id;
  }

  /**
   * @throws IllegalArgumentException for a word that is none of these
   */
  public static Retry of(String id) {
    for (Retry r : values()) {
      if (r.id.equals(id)) {
        return r;
      }
    }
    throw new IllegalArgumentException("no such retry: " + id);
  }
}
