package dev.smtpcode.scan;

import dev.smtpcode.catalog.Verdict;

/** What an event says of the address or the sender. */
record Kind(String cause, Verdict verdict, String action) {
  /** Of what is no failure. */
  static final Kind NONE = new Kind(null, Verdict.NONE, "none");

  /** Of a complaint: the address must not be written to again. */
  static final Kind COMPLAINT = new Kind(null, Verdict.NONE, "suppress");
}
