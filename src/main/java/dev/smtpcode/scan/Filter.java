package dev.smtpcode.scan;

import dev.smtpcode.log.Bytes;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.reply.EnhancedCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which events count. Of each list one entry must hold; an empty list holds for all.
 *
 * @param causes ids
 * @param domains with all below them
 * @param providers ids
 * @param codes reply codes and enhanced status codes; {@code x} for any digit or number, such as
 *     {@code 4xx} or {@code 5.7.x}
 */
public record Filter(
    Set<Outcome> outcomes,
    Set<String> causes,
    List<String> domains,
    Set<String> providers,
    List<String> codes) {
  /** All events. */
  public static final Filter ALL = new Filter(Set.of(), Set.of(), List.of(), Set.of(), List.of());

  boolean needsProvider() {
    return !providers.isEmpty();
  }

  boolean all() {
    return outcomes.isEmpty()
        && causes.isEmpty()
        && domains.isEmpty()
        && providers.isEmpty()
        && codes.isEmpty();
  }

  boolean holds(LogEvent e, Kind kind, String provider) {
    return (outcomes.isEmpty() || outcomes.contains(e.outcome()))
        && (causes.isEmpty() || kind.cause() != null && causes.contains(kind.cause()))
        && (providers.isEmpty() || provider != null && providers.contains(provider))
        && (domains.isEmpty() || domain(e))
        && (codes.isEmpty() || code(e));
  }

  private boolean domain(LogEvent e) {
    for (String d : domains) {
      byte[] wanted = d.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
      int from = e.domainTo() - wanted.length;
      boolean starts = from == e.domainFrom() || from > e.domainFrom() && e.buf()[from - 1] == '.';
      if (!starts) {
        continue;
      }
      boolean same = true;
      for (int i = 0; i < wanted.length && same; i++) {
        same = Bytes.lower(e.buf()[from + i]) == wanted[i];
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  private boolean code(LogEvent e) {
    String reply = e.reply() == 0 ? null : Integer.toString(e.reply());
    String enhanced = EnhancedCode.text(e.enhanced());
    for (String c : codes) {
      if (c.indexOf('.') >= 0 ? enhancedIs(enhanced, c) : reply != null && matches(reply, c)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String code, String wanted) {
    if (code.length() != wanted.length()) {
      return false;
    }
    for (int i = 0; i < code.length(); i++) {
      char w = wanted.charAt(i);
      if (w != 'x' && w != 'X' && w != code.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean enhancedIs(String code, String wanted) {
    if (code == null) {
      return false;
    }
    int at = 0;
    int in = 0;
    for (int part = 0; part < 3; part++) {
      int end = end(code, at);
      int stop = end(wanted, in);
      String w = wanted.substring(Math.min(in, wanted.length()), stop);
      if (!w.equalsIgnoreCase("x") && !w.equals(code.substring(at, end))) {
        return false;
      }
      at = end + 1;
      in = Math.min(stop + 1, wanted.length());
    }
    return true;
  }

  private static int end(String s, int from) {
    int dot = from > s.length() ? -1 : s.indexOf('.', from);
    return dot < 0 ? s.length() : dot;
  }
}
