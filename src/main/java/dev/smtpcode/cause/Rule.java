package dev.smtpcode.cause;

import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;

/**
 * What follows when one of a rule's phrases occurs, and under which conditions; numbers index the
 * {@link RuleSet}'s lists.
 *
 * @param weak asked only where nothing more definite is known
 * @param onlyClass null for any
 * @param replies empty for any
 * @param enhanced packed codes, with class 0 for any class; empty for any
 * @param commands bit set of command numbers; 0 for any
 * @param provider the provider that must be speaking; -1 for any
 * @param owner the provider whose entry this is; -1 for a general rule
 * @param entry the entry's position in its file
 * @param verdict null for the cause's own
 * @param action null for the cause's own
 */
record Rule(
    int cause,
    boolean weak,
    ReplyClass onlyClass,
    int[] replies,
    int[] enhanced,
    long commands,
    int provider,
    int owner,
    int entry,
    Verdict verdict,
    String action) {

  /** How many conditions it sets. */
  int conditions() {
    return (onlyClass == null ? 0 : 1)
        + (replies.length == 0 ? 0 : 1)
        + (enhanced.length == 0 ? 0 : 1)
        + (commands == 0 ? 0 : 1);
  }
}
