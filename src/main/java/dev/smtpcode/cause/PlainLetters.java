package dev.smtpcode.cause;

/**
 * Letters beyond ASCII in the form in which phrases are looked for: in lower case and without
 * marks, for many a server drops the marks of its language. {@code Boîte} is {@code boite}, {@code
 * λήξη} is {@code ληξη}; typographic apostrophes, wide letters and wide spaces are plain ones.
 */
final class PlainLetters {
  /** The first letter that takes three bytes of UTF-8. */
  private static final int THREE_BYTES = 0x800;

  /** The first byte of the first letter that takes two. */
  private static final byte FIRST_OF_TWO = (byte) 0xc2;

  /** Each plain letter, and behind it those that are it with a mark. */
  private static final String[] MARKED = {
    "aàáâãäåāăą",
    "cçćĉċč",
    "dďđð",
    "eèéêëēĕėęě",
    "gĝğġģ",
    "hĥħ",
    "iìíîïĩīĭįı",
    "jĵ",
    "kķ",
    "lĺļľŀł",
    "nñńņňŉ",
    "oòóôõöøōŏőơ",
    "rŕŗř",
    "sśŝşšș",
    "tţťŧț",
    "uùúûüũūŭůűųư",
    "wŵ",
    "yýÿŷ",
    "zźżž",
    "αά",
    "εέ",
    "ηή",
    "ιίϊΐ",
    "οό",
    "υύϋΰ",
    "ωώ",
    "σς",
    "её",
    "ий",
    "ії",
    "уў",
    "اأإآٱ",
    "يىی",
    "كک"
  };

  /** For each letter of two bytes the plain one; 0 for a mark alone, which is dropped. */
  private static final char[] PLAIN = plain();

  private PlainLetters() {}

  private static char[] plain() {
    char[] plain = new char[THREE_BYTES];
    for (char c = 0; c < THREE_BYTES; c++) {
      boolean mark = c >= 0x300 && c < 0x370 || c >= 0x64b && c < 0x653 || c == 0xad;
      char lower = Character.toLowerCase(c);
      plain[c] = mark ? 0 : lower < THREE_BYTES ? lower : c;
    }
    plain[0xa0] = ' ';
    for (String letters : MARKED) {
      for (int i = 1; i < letters.length(); i++) {
        plain[letters.charAt(i)] = letters.charAt(0);
        plain[Character.toUpperCase(letters.charAt(i))] = letters.charAt(0);
      }
    }
    return plain;
  }

  /**
   * Puts UTF-8 text in that form, where it stands; what is no UTF-8 stays.
   *
   * @return its new length, which is no greater
   */
  static int fold(byte[] text, int length) {
    int n = 0;
    for (int i = 0; i < length; i++) {
      byte b = text[i];
      int left = length - i;
      if (b >= FIRST_OF_TWO && (b & 0xe0) == 0xc0 && left > 1 && goesOn(text[i + 1])) {
        n = two((b & 0x1f) << 6 | text[i + 1] & 0x3f, text, n);
        i++;
      } else if ((b & 0xf0) == 0xe0 && left > 2 && goesOn(text[i + 1]) && goesOn(text[i + 2])) {
        n = three((b & 0x0f) << 12 | (text[i + 1] & 0x3f) << 6 | text[i + 2] & 0x3f, text, n);
        i += 2;
      } else if (b != ' ' || n == 0 || text[n - 1] != ' ') {
        text[n++] = b;
      }
    }
    return n;
  }

  private static boolean goesOn(byte b) {
    return (b & 0xc0) == 0x80;
  }

  private static int two(int letter, byte[] out, int at) {
    if (letter == 'ß') {
      return ascii("ss", out, at);
    }
    if (letter == 'æ' || letter == 'Æ') {
      return ascii("ae", out, at);
    }
    if (letter == 'œ' || letter == 'Œ') {
      return ascii("oe", out, at);
    }
    char plain = PLAIN[letter];
    if (plain == 0) {
      return at;
    }
    return plain < 0x80 ? ascii(plain, out, at) : utf8(plain, out, at);
  }

  private static int three(int letter, byte[] out, int at) {
    if (letter == '’' || letter == '‘') {
      return ascii('\'', out, at);
    }
    if (letter == '\u3000' || letter == '\u202f') {
      return ascii(' ', out, at);
    }
    if (letter >= '\u200b' && letter <= '\u200f' || letter == '\ufeff') {
      return at;
    }
    boolean wide = letter >= 'Ａ' && letter <= 'Ｚ' || letter >= 'ａ' && letter <= 'ｚ';
    if (wide) {
      return ascii((char) (letter - 'Ａ' + 'A' | 0x20), out, at);
    }
    out[at] = (byte) (0xe0 | letter >> 12);
    out[at + 1] = (byte) (0x80 | letter >> 6 & 0x3f);
    out[at + 2] = (byte) (0x80 | letter & 0x3f);
    return at + 3;
  }

  private static int utf8(char letter, byte[] out, int at) {
    out[at] = (byte) (0xc0 | letter >> 6);
    out[at + 1] = (byte) (0x80 | letter & 0x3f);
    return at + 2;
  }

  private static int ascii(String letters, byte[] out, int at) {
    out[at] = (byte) letters.charAt(0);
    out[at + 1] = (byte) letters.charAt(1);
    return at + 2;
  }

  private static int ascii(char letter, byte[] out, int at) {
    boolean again = letter == ' ' && at > 0 && out[at - 1] == ' ';
    out[at] = (byte) letter;
    return again ? at : at + 1;
  }
}
