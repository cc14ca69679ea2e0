package dev.smtpcode.reply;

/** A reply code as text: three digits (RFC 5321 section 4.2). */
public final class ReplyCode {
  private ReplyCode() {}

  /** Whether a word has the form of a reply code, whatever its digits. */
  public static boolean isOne(String word) {
    if (word.length() != 3) {
      return false;
    }
    for (int i = 0; i < 3; i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
