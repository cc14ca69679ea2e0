package dev.smtpcode.scan;

import dev.smtpcode.log.Outcome;

/** Events that are alike in outcome, codes and cause. */
final class TallyRow {
  final Outcome outcome;
  final int reply;
  final int enhanced;
  final Kind kind;

  long count;

  /** Text of the first such event, as the log has it; its recipient, and the domain of that. */
  byte[] sample;

  byte[] sampleRecipient;

  byte[] sampleDomain;

  TallyRow(Outcome outcome, int reply, int enhanced, Kind kind) {
    this.outcome = outcome;
    this.reply = reply;
    this.enhanced = enhanced;
    this.kind = kind;
  }
}
