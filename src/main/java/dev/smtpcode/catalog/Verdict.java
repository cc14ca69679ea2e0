package dev.smtpcode.catalog;

/** What a reply means for the message and for the address it was sent to. */
public enum Verdict {
  /** Success or information. */
  NONE("none"),
  /** Temporary: the queue retries. */
  SOFT("soft"),
  /** The address or its domain is dead: stop sending to it. */
  HARD("hard"),
  /**
   * Refused because of who sends or what is sent: fix the sender's side. Also a refusal for good
   * whose reason nothing tells: the address may live, and sending again as it was is no use.
   */
  BLOCK("block");

  private final String id;

  Verdict(String id) {
    this.id = id;
  }

  /** The word used in data and JSON output. */
  public String id() {
    return id;
  }

  /**
   * @throws IllegalArgumentException for a word that is no verdict
   */
  public static Verdict of(String id) {
    for (Verdict v : values()) {
      if (v.id.equals(id)) {
        return v;
      }
    }
    throw new IllegalArgumentException("no such verdict: " + id);
  }
}
