package dev.smtpcode.scan;

import dev.smtpcode.log.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tells where a text names a user without a domain: the local part of the recipient, a word in
 * angle brackets, a word behind wording such as {@code unix user}.
 */
final class UserNames {
  private static final int HOST_DOTS = 2;

  private final byte[][] before;
  private byte[] recipient = {};
  private int localEnd;
  private int plus;

  /**
   * @param before what stands before a user name, in lower case
   */
  UserNames(List<String> before) {
    this.before = new byte[before.size()][];
    for (int i = 0; i < this.before.length; i++) {
      this.before[i] = before.get(i).getBytes(StandardCharsets.UTF_8);
    }
  }

  /**
   * Says whose texts are to come.
   *
   * @param address empty where that is not known
   * @param end of its local part
   */
  void recipient(byte[] address, int end) {
    recipient = address;
    localEnd = end;
    plus = Math.max(0, Bytes.indexOf(address, 0, end, '+'));
  }

  /** Where the name ends that begins at {@code at} of {@code b[from,to)}; -1 for none. */
  int end(byte[] b, int from, int at, int to) {
    if (at > from && isWord(b[at - 1])) {
      return -1;
    }
    int end = recipientEnd(b, at, to);
    if (end >= 0) {
      return end;
    }
    boolean bracket = at > from && b[at - 1] == '<';
    if (!bracket && !isNamed(b, from, at)) {
      return -1;
    }
    end = at;
    int dots = 0;
    while (end < to && isName(b[end])) {
      dots += b[end] == '.' ? 1 : 0;
      end++;
    }
    boolean closed = !bracket || end < to && b[end] == '>';
    return end > at && closed && dots < HOST_DOTS && !isDomain(b, at, end) ? end : -1;
  }

  /** Whether the recipient's local part begins at {@code at}. */
  boolean isRecipient(byte[] b, int at, int to) {
    return recipientEnd(b, at, to) >= 0;
  }

  /** With what stands behind a {@code +}, which servers take for a folder, or without it. */
  private int recipientEnd(byte[] b, int at, int to) {
    int end = wordEnd(b, at, to, localEnd);
    return end >= 0 ? end : wordEnd(b, at, to, plus);
  }

  /** Where the first {@code length} bytes of the recipient end as a word at {@code at}; or -1. */
  private int wordEnd(byte[] b, int at, int to, int length) {
    int end = at + length;
    if (length == 0 || end > to || end < to && isWord(b[end])) {
      return -1;
    }
    return isSame(b, at, recipient, 0, length) ? end : -1;
  }

  private boolean isDomain(byte[] b, int at, int end) {
    int length = recipient.length - localEnd - 1;
    return length == end - at && isSame(b, at, recipient, localEnd + 1, length);
  }

  private boolean isNamed(byte[] b, int from, int at) {
    for (byte[] words : before) {
      int start = at - words.length;
      boolean whole = start <= from || !isWord(b[start - 1]) || !isWord(words[0]);
      if (start >= from && whole && isSame(b, start, words, 0, words.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(byte[] b, int at, byte[] other, int from, int length) {
    for (int i = 0; i < length; i++) {
      if (Bytes.lower(b[at + i]) != Bytes.lower(other[from + i])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(byte c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c < 0;
  }

  private static boolean isName(byte c) {
    return isWord(c) || c == '.' || c == '-' || c == '_' || c == '+';
  }
}
