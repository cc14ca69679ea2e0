package dev.smtpcode.reply;

/**
 * Characters that a terminal might obey instead of showing them, or that turn or hide the text
 * around them: controls, and the format characters of Unicode. Not the zero width joiner, of which
 * many emoji are made.
 */
public final class Hostile {
  private Hostile() {}

  /** Whether a code point, or a UTF-16 unit of one, is such a character. */
  public static boolean is(int c) {
    return c < ' '
        || c >= 0x7f && c < 0xa0
        || c == 0xad
        || c == 0x61c
        || c >= 0x200b && c <= 0x200f && c != 0x200d
        || c >= 0x2028 && c <= 0x202e
        || c >= 0x2060 && c <= 0x206f
        || c == 0xfeff
        || c >= 0xfff9 && c <= 0xfffb;
  }
}
