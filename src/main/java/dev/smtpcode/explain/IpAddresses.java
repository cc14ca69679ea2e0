package dev.smtpcode.explain;

import java.util.ArrayList;
import java.util.List;

/** Finds IP addresses in a text, bare, in brackets, in links or with a port behind them. */
final class IpAddresses {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 45;
  private static final int OCTET_DIGITS = 3;
  private static final int OCTETS = 4;
  private static final int MAX_OCTET = 255;
  private static final int GROUP_DIGITS = 4;
  private static final int GROUPS = 8;
  private static final int PREFIX_DIGITS = 3;

  /** An address, or a network such as {@code 192.0.2.0/24}, and where it stands. */
  record Place(int from, String address) {}

  private IpAddresses() {}

  /** The addresses in a text, in order. */
  static List<Place> in(ReplyText text) {
    List<Place> found = new ArrayList<>();
    String lower = text.lower();
    for (int from = 0; from < lower.length(); from++) {
      int to = from;
      while (to < lower.length() && isPart(lower.charAt(to))) {
        to++;
      }
      boolean ends = to == lower.length() || !continues(lower.charAt(to));
      boolean alone = from == 0 || !continues(lower.charAt(from - 1));
      Place place = ends && alone ? place(text, from, to) : null;
      if (place == null && ends) {
        int tag = lower.indexOf(':', from); // as in ip:192.0.2.1, IPv6:2001:db8::1
        place = tag >= 0 && tag < to ? place(text, tag + 1, to) : null;
      }
      if (place != null) {
        found.add(place);
      }
      from = Math.max(from, to - 1);
    }
    return found;
  }

  private static Place place(ReplyText text, int from, int to) {
    String address = address(text.part(from, to));
    return address == null ? null : new Place(from, address + prefix(text, to));
  }

  /** The length of a network's prefix with its slash, where it stands behind an address. */
  private static String prefix(ReplyText text, int from) {
    if (from >= text.length() || text.lower().charAt(from) != '/') {
      return "";
    }
    int to = from + 1;
    while (to < text.length()
        && to - from <= PREFIX_DIGITS
        && Slot.isDigit(text.lower().charAt(to))) {
      to++;
    }
    boolean whole = to == text.length() || !continues(text.lower().charAt(to));
    return to > from + 1 && whole ? text.part(from, to) : "";
  }

  /**
   * The address that {@code s} is when a port and the marks of a sentence are taken off; or null.
   */
  static String address(String s) {
    int end = s.length();
    while (end > 0 && (s.charAt(end - 1) == '.' || s.charAt(end - 1) == ':')) {
      if (s.startsWith("::", end - 2)) {
        break;
      }
      end--;
    }
    String bare = s.substring(0, end);
    if (isIpv6(bare)) {
      return bare;
    }
    int colon = bare.indexOf(':');
    String host = colon < 0 ? bare : bare.substring(0, colon);
    return isIpv4(host) ? host : null;
  }

  private static boolean isPart(char c) {
    return Slot.isDigit(c) || c >= 'a' && c <= 'f' || c == '.' || c == ':';
  }

  /** Whether a name or word goes on with this. */
  private static boolean continues(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static boolean isIpv4(String s) {
    int octets = 0;
    for (int from = 0; from <= s.length(); octets++) {
      int to = from;
      while (to < s.length() && to - from < OCTET_DIGITS && Slot.isDigit(s.charAt(to))) {
        to++;
      }
      boolean ends = to == s.length() || s.charAt(to) == '.';
      if (to == from || !ends || Integer.parseInt(s, from, to, 10) > MAX_OCTET) {
        return false;
      }
      from = to + 1;
    }
    return octets == OCTETS;
  }

  private static boolean isIpv6(String s) {
    if (s.length() < SHORTEST || s.length() > LONGEST) {
      return false;
    }
    int last = s.lastIndexOf(':');
    boolean mapped = s.indexOf('.') >= 0;
    if (last < 0 || mapped && !isIpv4(s.substring(last + 1))) {
      return false;
    }
    int groups = mapped ? 2 : 0;
    int run = 0;
    int gaps = 0;
    int end = mapped ? last + 1 : s.length();
    for (int i = 0; i < end; i++) {
      if (s.charAt(i) == ':') {
        gaps += s.startsWith("::", i) ? 1 : 0;
        run = 0;
      } else {
        groups += run == 0 ? 1 : 0;
        run++;
      }
      if (run > GROUP_DIGITS) {
        return false;
      }
    }
    boolean edges = s.charAt(0) != ':' || s.startsWith("::");
    return edges && (gaps == 0 ? groups == GROUPS : gaps == 1 && groups < GROUPS && groups > 0);
  }
}
