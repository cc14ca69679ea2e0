package dev.smtpcode.cause;

import java.nio.charset.StandardCharsets;

/**
 * What mail software writes before a reply that it quotes: {@code host mx.example.com[192.0.2.1]
 * said:} (Postfix), {@code host mx.example.com [192.0.2.1]:} (Exim). It names who speaks, and
 * differs from one mail to the next where the reply behind it does not.
 */
final class Lead {
  private static final byte[] HOST = "host ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] SAID = " said: ".getBytes(StandardCharsets.US_ASCII);
  private static final int LONGEST_NAME = 255;

  private int nameStart;
  private int nameEnd;
  private int end;

  /** Looks for a lead at the start of {@code b[from,to)}. */
  boolean find(byte[] b, int from, int to) {
    int i = from < to && b[from] == '(' ? from + 1 : from;
    if (!startsWith(HOST, b, i, to)) {
      return false;
    }
    nameStart = i + HOST.length;
    i = nameStart;
    while (i < to && i - nameStart <= LONGEST_NAME && b[i] != '[' && b[i] != ' ') {
      i++;
    }
    nameEnd = i;
    if (i < to && b[i] == ' ') {
      i++;
    }
    if (i >= to || b[i] != '[' || nameEnd == nameStart) {
      return false;
    }
    while (i < to && b[i] != ']' && i - nameEnd <= LONGEST_NAME) {
      i++;
    }
    if (i >= to || b[i] != ']') {
      return false;
    }
    i++;
    if (startsWith(SAID, b, i, to)) {
      end = i + SAID.length;
      return true;
    }
    if (i + 1 < to && b[i] == ':' && b[i + 1] == ' ') {
      end = i + 2;
      return true;
    }
    return false;
  }

  /** Where the host's name begins. */
  int nameStart() {
    return nameStart;
  }

  /** Where it ends. */
  int nameEnd() {
    return nameEnd;
  }

  /** Where the reply begins. */
  int end() {
    return end;
  }

  private static boolean startsWith(byte[] word, byte[] b, int from, int to) {
    if (to - from < word.length) {
      return false;
    }
    for (int i = 0; i < word.length; i++) {
      if (b[from + i] != word[i]) {
        return false;
      }
    }
    return true;
  }
}
