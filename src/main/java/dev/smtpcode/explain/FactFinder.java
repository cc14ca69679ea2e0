package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Link;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.cause.Classifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Picks out of a reply text what one acts on: when to come back, block lists, pages, addresses,
 * references.
 */
final class FactFinder {
  private static final List<String> BEFORE_WAIT =
      List.of("in", "after", "for", "within", "wait", "least", "retry", "later");
  private static final List<String> BEFORE_TICKET =
      List.of(
          "reference",
          "ref",
          "ticket",
          "incident",
          "case",
          "id",
          "code",
          "session",
          "trace",
          "number",
          "request",
          "transaction",
          "queue");
  private static final int MOST = 5;

  private final String text;
  private final List<String> words = new ArrayList<>();

  private FactFinder(String text) {
    this.text = text;
    for (String w : text.split("[\\s,]+", -1)) {
      if (!w.isEmpty()) {
        words.add(w);
      }
    }
  }

  /** The facts of the text that {@code classifier} has just classified. */
  static Facts find(String text, Classifier classifier, Catalog catalog) {
    FactFinder finder = new FactFinder(text);
    List<Facts.NamedList> lists = new ArrayList<>();
    for (String zone : classifier.lists()) {
      Provider provider = catalog.provider(classifier.listProvider(zone));
      lists.add(new Facts.NamedList(zone, provider.name(), page(provider)));
    }
    return new Facts(
        finder.retryAfter(),
        lists,
        finder.links(),
        finder.addresses(),
        finder.domains(),
        finder.tickets());
  }

  private static String page(Provider provider) {
    for (String use : new String[] {"delisting", "lookup"}) {
      for (Link link : provider.links()) {
        if (use.equals(link.use())) {
          return link.url();
        }
      }
    }
    return null;
  }

  /** A number and a unit of time behind a word such as {@code in} or {@code after}. */
  private Long retryAfter() {
    for (int i = 0; i < words.size(); i++) {
      String w = trimmed(words.get(i)).toLowerCase(Locale.ROOT);
      boolean led =
          i > 0 && BEFORE_WAIT.contains(trimmed(words.get(i - 1)).toLowerCase(Locale.ROOT));
      if (!led || w.isEmpty() || !Character.isDigit(w.charAt(0))) {
        continue;
      }
      Long clock = clock(w);
      if (clock != null) {
        return clock;
      }
      int digits = 0;
      while (digits < w.length() && Character.isDigit(w.charAt(digits))) {
        digits++;
      }
      if (digits > 7) {
        continue;
      }
      String unit =
          digits < w.length()
              ? w.substring(digits)
              : i + 1 < words.size() ? words.get(i + 1).toLowerCase(Locale.ROOT) : "";
      long seconds = seconds(unit);
      if (seconds > 0) {
        return Long.parseLong(w.substring(0, digits)) * seconds;
      }
    }
    return null;
  }

  /** {@code 00:05:00} in seconds, else null. */
  private static Long clock(String w) {
    if (w.length() != 8 || w.charAt(2) != ':' || w.charAt(5) != ':') {
      return null;
    }
    long sum = 0;
    for (String part : w.split(":", -1)) {
      if (part.length() != 2
          || !Character.isDigit(part.charAt(0))
          || !Character.isDigit(part.charAt(1))) {
        return null;
      }
      sum = sum * 60 + Long.parseLong(part);
    }
    return sum;
  }

  private static long seconds(String unit) {
    if (unit.startsWith("sec") || unit.equals("s")) {
      return 1;
    }
    if (unit.startsWith("min")) {
      return 60;
    }
    if (unit.startsWith("hour") || unit.equals("h")) {
      return 3600;
    }
    return unit.startsWith("day") ? 86400 : 0;
  }

  private List<String> links() {
    List<String> found = new ArrayList<>();
    for (int at = text.indexOf("http"); at >= 0; at = text.indexOf("http", at + 4)) {
      if (!text.startsWith("http://", at) && !text.startsWith("https://", at)) {
        continue;
      }
      int end = at;
      while (end < text.length() && isLinkCharacter(text.charAt(end))) {
        end++;
      }
      while (end > at && ".,;:)]'\"".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      add(found, text.substring(at, end));
    }
    return found;
  }

  private static boolean isLinkCharacter(char c) {
    return c > ' ' && c < 127 && "<>\"'`{}|\\^".indexOf(c) < 0;
  }

  private List<String> addresses() {
    List<String> found = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isAddressCharacter(text.charAt(end))) {
        end++;
      }
      boolean standsAlone =
          (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)))
              && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (end - i >= 7 && standsAlone) {
        String candidate = withoutTrailingMarks(text.substring(i, end));
        if ((isIpv4(candidate) || isIpv6(candidate)) && !isRelay(i, i + candidate.length())) {
          add(found, candidate);
        }
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  /**
   * Whether the address at {@code start} is only that of the server that answers: {@code host
   * mx.example.com[192.0.2.1] said:} (Postfix), {@code host mx.example.com [192.0.2.1]: 550}
   * (Exim).
   */
  private boolean isRelay(int start, int end) {
    boolean answers =
        text.startsWith("] said:", end)
            || text.startsWith("] refused to talk to me:", end)
            || text.startsWith("]: ", end)
                && end + 3 < text.length()
                && Character.isDigit(text.charAt(end + 3));
    if (!answers || start == 0 || text.charAt(start - 1) != '[') {
      return false;
    }
    int nameEnd = start - 1;
    if (nameEnd > 0 && text.charAt(nameEnd - 1) == ' ') {
      nameEnd--;
    }
    int name = text.lastIndexOf(' ', nameEnd - 1) + 1;
    return name < nameEnd && text.startsWith("host ", name - "host ".length());
  }

  private static String withoutTrailingMarks(String s) {
    int end = s.length();
    while (end > 0
        && (s.charAt(end - 1) == '.' || s.charAt(end - 1) == ':' && !s.startsWith("::", end - 2))) {
      end--;
    }
    return s.substring(0, end);
  }

  private static boolean isAddressCharacter(char c) {
    return c >= '0' && c <= '9'
        || c >= 'a' && c <= 'f'
        || c >= 'A' && c <= 'F'
        || c == '.'
        || c == ':';
  }

  /** Domains that stand behind the word {@code domain} or in {@code name=}. */
  private List<String> domains() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean named = word.startsWith("name=");
      boolean behind = i > 0 && trimmed(words.get(i - 1)).toLowerCase(Locale.ROOT).equals("domain");
      String candidate = trimmed(named ? word.substring("name=".length()) : word);
      if ((named || behind) && looksLikeDomain(candidate)) {
        add(found, candidate.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private static boolean looksLikeDomain(String s) {
    int dot = s.lastIndexOf('.');
    if (dot <= 0 || dot + 3 > s.length()) {
      return false;
    }
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-') {
        return false;
      }
    }
    return Character.isLetter(s.charAt(dot + 1));
  }

  private static boolean isIpv4(String s) {
    String[] parts = s.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String p : parts) {
      if (p.isEmpty() || p.length() > 3) {
        return false;
      }
      for (int i = 0; i < p.length(); i++) {
        if (!Character.isDigit(p.charAt(i))) {
          return false;
        }
      }
      if (Integer.parseInt(p) > 255) {
        return false;
      }
    }
    return true;
  }

  private static boolean isIpv6(String s) {
    int colons = 0;
    int run = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '.') {
        return false;
      }
      run = c == ':' ? 0 : run + 1;
      colons += c == ':' ? 1 : 0;
      if (run > 4) {
        return false;
      }
    }
    return colons == 7 || colons >= 2 && s.contains("::");
  }

  private List<String> tickets() {
    List<String> found = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i++) {
      String before = trimmed(words.get(i)).toLowerCase(Locale.ROOT);
      String next = trimmed(words.get(i + 1));
      boolean gmail =
          before.length() > 12
              && i + 2 < words.size()
              && words.get(i + 1).equals("-")
              && words.get(i + 2).startsWith("gsmtp");
      if (gmail) {
        add(found, trimmed(words.get(i)));
      } else if (BEFORE_TICKET.contains(before) && looksLikeTicket(next)) {
        add(found, next);
      }
    }
    for (String w : words) {
      int equals = w.indexOf('=');
      if (equals > 0
          && BEFORE_TICKET.contains(trimmed(w.substring(0, equals)).toLowerCase(Locale.ROOT))
          && looksLikeTicket(trimmed(w.substring(equals + 1)))) {
        add(found, trimmed(w.substring(equals + 1)));
      }
    }
    return found;
  }

  private static boolean looksLikeTicket(String w) {
    boolean digit = false;
    for (int i = 0; i < w.length(); i++) {
      digit |= Character.isDigit(w.charAt(i));
    }
    return digit && w.length() >= 5 && !w.startsWith("http") && w.indexOf('@') < 0 && !isIpv4(w);
  }

  private static String trimmed(String w) {
    int from = 0;
    int to = w.length();
    while (from < to && "([<{'\"#:;".indexOf(w.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && ")]>}'\":;.,".indexOf(w.charAt(to - 1)) >= 0) {
      to--;
    }
    return w.substring(from, to);
  }

  private static void add(List<String> found, String value) {
    if (found.size() < MOST && !value.isEmpty() && !found.contains(value)) {
      found.add(value);
    }
  }
}
