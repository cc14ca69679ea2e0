package dev.smtpcode.cause;

/** The alphabet of phrases. */
final class Characters {
  private Characters() {}

  /** Letters and digits of ASCII. */
  static boolean isWord(byte c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z';
  }

  /**
   * Writes {@code in} to {@code out} with each run of white space and control characters as one
   * space.
   *
   * @return how many bytes were written
   */
  static int fold(byte[] in, byte[] out) {
    int n = 0;
    for (byte c : in) {
      boolean blank = c >= 0 && c <= ' ';
      if (!blank || n == 0 || out[n - 1] != ' ') {
        out[n++] = blank ? (byte) ' ' : c;
      }
    }
    return n;
  }
}
