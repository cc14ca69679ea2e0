package dev.smtpcode.log.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds mail addresses (RFC 5321 section 4.1.2) in text, also where the text is not well formed.
 */
final class Addresses {
  private static final int MAX_LOCAL = 256;
  private static final int MAX_DOMAIN = 255;

  private static final List<String> SIGNED = List.of("srs0", "srs1", "prvs", "btv1");

  private Addresses() {}

  /** The address that begins at {@code from}, without brackets around; null where none begins. */
  static String at(String s, int from) {
    int at = localEnd(s, from);
    if (at <= from || at >= s.length() || s.charAt(at) != '@') {
      return null;
    }
    int end = domainEnd(s, at + 1);
    return end < 0 ? null : s.substring(from, end);
  }

  /** The end of the local part at {@code from}: where its {@code @} should stand. */
  private static int localEnd(String s, int from) {
    int i = from;
    if (i < s.length() && s.charAt(i) == '"') {
      i++;
      while (i < s.length() && i - from < MAX_LOCAL && s.charAt(i) != '"') {
        if (s.charAt(i) < ' ') {
          return from;
        }
        i += s.charAt(i) == '\\' ? 2 : 1;
      }
      return Math.min(s.length(), i + 1);
    }
    while (i < s.length() && i - from < MAX_LOCAL && isLocal(s.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isLocal(char c) {
    return Character.isLetterOrDigit(c) || c != 0 && "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
  }

  /** The end of the domain at {@code from}; -1 where none begins. */
  private static int domainEnd(String s, int from) {
    if (from < s.length() && s.charAt(from) == '[') {
      int close = s.indexOf(']', from);
      return close < 0 || close - from > MAX_DOMAIN ? -1 : close + 1;
    }
    int i = from;
    while (i < s.length() && i - from <= MAX_DOMAIN && isDomain(s.charAt(i))) {
      i++;
    }
    while (i > from && (s.charAt(i - 1) == '.' || s.charAt(i - 1) == '-')) {
      i--;
    }
    return i == from ? -1 : i;
  }

  private static boolean isDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  /** The first address in the text; null where there is none. */
  static String first(String s) {
    return firstFrom(s, 0);
  }

  private static String firstFrom(String s, int from) {
    for (int at = s.indexOf('@', from); at >= 0; at = s.indexOf('@', at + 1)) {
      int start = localStart(s, from, at);
      String found = start < at ? at(s, start) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Where the local part begins that ends before {@code at}. */
  static int localStart(String s, int from, int at) {
    int i = at;
    if (i > from && s.charAt(i - 1) == '"') {
      int open = s.lastIndexOf('"', i - 2);
      return open >= from && i - open < MAX_LOCAL ? open : at;
    }
    while (i > from && at - i < MAX_LOCAL && isLocal(s.charAt(i - 1))) {
      i--;
    }
    while (i < at && (s.charAt(i) == '.' || s.charAt(i) == '\'' || s.charAt(i) == '`')) {
      i++;
    }
    return i;
  }

  /** All addresses in a header field such as {@code To}. */
  static List<String> all(String s) {
    List<String> found = new ArrayList<>();
    int from = 0;
    while (from < s.length()) {
      int at = s.indexOf('@', from);
      if (at < 0) {
        break;
      }
      int start = localStart(s, from, at);
      String address = start < at ? at(s, start) : null;
      if (address != null) {
        found.add(address);
        from = start + address.length();
      } else {
        from = at + 1;
      }
    }
    return found;
  }

  /** The address of a header field: the one in angle brackets before any other; or null. */
  static String ofField(String value) {
    int open = value.lastIndexOf('<');
    String bracketed = open < 0 ? null : at(value, open + 1);
    return bracketed != null ? bracketed : first(value);
  }

  /**
   * The recipient that a variable return path names, {@code
   * bounces+user=example.org@lists.example.net}; or null. Tags that sign a return path, with which
   * it may be confused, name none.
   */
  static String ofReturnPath(String address) {
    String local = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    int equals = local.lastIndexOf('=');
    int start = local.indexOf('+') < equals ? local.indexOf('+') : -1;
    if (start < 0 && equals > 0) {
      start = local.lastIndexOf('-', equals);
    }
    boolean signed = Phrases.startsWithAny(local.toLowerCase(Locale.ROOT), SIGNED);
    return start < 0 || signed || local.indexOf('.', equals) < 0
        ? null
        : first(local.substring(start + 1, equals) + '@' + local.substring(equals + 1));
  }

  static String domain(String address) {
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  static String localPart(String address) {
    int at = address.lastIndexOf('@');
    return (at < 0 ? address : address.substring(0, at)).toLowerCase(Locale.ROOT);
  }
}
