package dev.smtpcode.log;

/** What the first bytes of a source tell of it. */
public final class Beginning {
  private static final int LOOKED_AT = 4096;

  private Beginning() {}

  /** Whether it is JSON that does not keep to lines. */
  public static boolean isJsonDocument(byte[] b, int length) {
    int i = behindSpace(b, 0, length);
    if (i >= length || b[i] != '{' && b[i] != '[') {
      return false;
    }
    int end = Bytes.indexOf(b, i, length, '\n');
    int last = (end < 0 ? length : end) - 1;
    while (last > i && (b[last] == '\r' || b[last] == ' ')) {
      last--;
    }
    byte first = b[i];
    int second = behindSpace(b, i + 1, length);
    boolean begins =
        second < length && (first == '{' ? b[second] == '"' || b[second] == '}' : b[second] == '{');
    boolean wholeLine = last > i && b[last] == (first == '{' ? '}' : ']');
    return begins && !wholeLine;
  }

  private static int behindSpace(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == ' ' || b[i] == '\n' || b[i] == '\r' || b[i] == '\t')) {
      i++;
    }
    return i;
  }

  /** Whether it is no text: of twenty bytes more than one is a control that no text holds. */
  public static boolean isBinary(byte[] b, int length) {
    int odd = 0;
    int n = Math.min(length, LOOKED_AT);
    for (int i = 0; i < n; i++) {
      odd += b[i] >= 0 && b[i] < ' ' && (b[i] < '\t' || b[i] > '\r') && b[i] != 27 ? 1 : 0;
    }
    return odd * 20 > n;
  }
}
