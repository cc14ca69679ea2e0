package dev.smtpcode.cause;

import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyCode;

/**
 * A provider's claim on a code or token.
 *
 * @param code as the catalogue has it: {@code 5.7.26}, {@code 5.7.606-649}, {@code 550}, {@code
 *     TSS04}
 * @param rule number of the rule of its entry
 * @param from first enhanced status code claimed, packed; 0 for a claim on something else
 * @param to last one, inclusive
 * @param reply the reply code claimed; 0 for a claim on something else
 * @param hasPhrases whether the entry has wording of its own that must tell it apart
 */
record CodeClaim(String code, int rule, int from, int to, int reply, boolean hasPhrases) {

  /** The claim of an entry with this code. */
  static CodeClaim of(String code, int rule, boolean hasPhrases) {
    int reply = ReplyCode.isOne(code) ? Integer.parseInt(code) : 0;
    int dash = code.lastIndexOf('-');
    int from = EnhancedCode.parse(dash > 0 ? code.substring(0, dash) : code);
    int to = from;
    if (from != 0 && dash > 0) {
      int detail = code.lastIndexOf('.', dash) + 1;
      to = EnhancedCode.parse(code.substring(0, detail) + code.substring(dash + 1));
      from = to == 0 ? 0 : from; // no range: a word like any other
    }
    return new CodeClaim(code, rule, from, to, reply, hasPhrases);
  }

  /** Whether a query for {@code text} means this claim. */
  boolean holds(String text) {
    if (code.equalsIgnoreCase(text)) {
      return true;
    }
    int packed = from == 0 ? 0 : EnhancedCode.parse(text);
    return packed != 0 && packed >= from && packed <= to;
  }

  /** Whether the claim is on a word rather than on a number of the standards. */
  boolean isToken() {
    return from == 0 && reply == 0;
  }
}
