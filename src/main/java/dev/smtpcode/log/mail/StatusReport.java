package dev.smtpcode.log.mail;

import dev.smtpcode.log.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields of a delivery status (RFC 3464 section 2, RFC 6533), by recipient. */
final class StatusReport {
  private static final int MAX_RECIPIENTS = 1_000;
  private static final int MAX_DIAGNOSTIC = 16_000;

  /** Begins the number of a character. */
  private static final String ESCAPE = "\\x{";

  private final Header perMessage = new Header();
  private final List<Header> recipients = new ArrayList<>();

  private StatusReport() {}

  static StatusReport of(String text) {
    StatusReport report = new StatusReport();
    Header current = report.perMessage;
    List<String> block = new ArrayList<>();
    for (String line : text.split("\r?\n", -1)) {
      if (line.isBlank()) {
        current = report.add(block, current);
        block.clear();
      } else if (Header.nameEnd(line) > 0 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        if (isRecipient(line) && names(block, line)) {
          current = report.add(block, current); // the empty line between two recipients is missing
          block.clear();
        }
        block.add(line);
      }
    }
    report.add(block, current);
    return report;
  }

  private static boolean isRecipient(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.startsWith("final-recipient") || lower.startsWith("original-recipient");
  }

  private static boolean names(List<String> block, String line) {
    String name = line.substring(0, Header.nameEnd(line));
    for (String other : block) {
      if (other.regionMatches(true, 0, name, 0, name.length())) {
        return true;
      }
    }
    return false;
  }

  /** Adds the fields of a block: of a new recipient, or more of the group before. */
  private Header add(List<String> block, Header current) {
    if (block.isEmpty()) {
      return current;
    }
    Header fields = Header.of(block);
    boolean names =
        fields.has("final-recipient")
            || fields.has("original-recipient")
            || fields.has("x-actual-recipient");
    if (names && recipients.size() < MAX_RECIPIENTS) {
      recipients.add(fields);
      return fields;
    }
    for (String name :
        List.of(
            "action",
            "status",
            "diagnostic-code",
            "remote-mta",
            "reporting-mta",
            "arrival-date",
            "last-attempt-date")) {
      if (fields.has(name) && !current.has(name)) {
        current.add(name, fields.get(name));
      }
    }
    return current;
  }

  boolean isEmpty() {
    return recipients.isEmpty();
  }

  /** What it says of each recipient; the recipient is null where it is no address or name. */
  List<Failure> failures() {
    List<Failure> found = new ArrayList<>();
    for (Header r : recipients) {
      String address =
          firstAddress(r, "original-recipient", "final-recipient", "x-actual-recipient");
      found.add(
          new Failure(
              outcome(r),
              address,
              r.get("status"),
              shortened(String.join(" ", diagnostics(r))),
              null,
              host(r.get("remote-mta")),
              firstOf(r.get("last-attempt-date"), perMessage.get("arrival-date"))));
    }
    return found;
  }

  /** What the server said; a gateway from X.400 puts that beside the code of its own. */
  private static List<String> diagnostics(Header r) {
    List<String> said = new ArrayList<>(r.all("diagnostic-code"));
    said.addAll(r.all("x400-supplementary-info"));
    return said;
  }

  private static String shortened(String s) {
    return s.length() <= MAX_DIAGNOSTIC ? s : s.substring(0, MAX_DIAGNOSTIC);
  }

  private static String firstOf(String a, String b) {
    return a.isEmpty() ? b : a;
  }

  private static String firstAddress(Header r, String... names) {
    for (String name : names) {
      String value = r.get(name);
      String address = Addresses.first(unescaped(value.substring(value.indexOf(';') + 1)));
      if (address != null) {
        return address;
      }
    }
    return bareName(r.get("final-recipient"));
  }

  /** The name of a local user, {@code LOCAL; ada}; or null. */
  private static String bareName(String field) {
    int type = field.indexOf(';');
    String name = field.substring(type + 1).strip();
    if (name.startsWith("<") && name.endsWith(">")) {
      name = name.substring(1, name.length() - 1);
    }
    return type > 0 && BareNames.isName(name) ? name : null;
  }

  /** An address in the ASCII form of RFC 6533 section 3: {@code j\x{F6}rg@example.org}. */
  private static String unescaped(String address) {
    if (!address.contains(ESCAPE)) {
      return address;
    }
    StringBuilder plain = new StringBuilder();
    int from = 0;
    for (int at = address.indexOf(ESCAPE); at >= 0; at = address.indexOf(ESCAPE, from)) {
      int close = address.indexOf('}', at);
      int digits = at + ESCAPE.length();
      if (close < 0 || close - digits > 6 || !isHex(address, digits, close)) {
        break;
      }
      int character = Integer.parseInt(address, digits, close, 16);
      plain.append(address, from, at);
      if (Character.isValidCodePoint(character)) {
        plain.appendCodePoint(character);
      }
      from = close + 1;
    }
    return plain.append(address, from, address.length()).toString();
  }

  private static boolean isHex(String s, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Character.digit(s.charAt(i), 16) < 0) {
        return false;
      }
    }
    return from < to;
  }

  private static Outcome outcome(Header r) {
    String action = Phrases.normal(r.get("action"));
    if (action.startsWith("delayed")) {
      return Outcome.DEFERRED;
    }
    if (action.startsWith("deliver")
        || action.startsWith("relayed")
        || action.startsWith("expanded")) {
      return Outcome.DELIVERED;
    }
    return action.isEmpty() && r.get("status").startsWith("2.")
        ? Outcome.DELIVERED
        : Outcome.BOUNCED;
  }

  /** What stands in brackets behind a status code; empty where nothing does. */
  static String comment(String status) {
    if (status.length() > 3 && status.charAt(3) == ' ') {
      return status; // a reply where the status should be: "553 Exceeded maximum message size"
    }
    int open = status.indexOf('(');
    int close = status.lastIndexOf(')');
    return open < 0 || close < open ? "" : status.substring(open + 1, close).strip();
  }

  /** The name in {@code dns; mx.example.org (192.0.2.1)}, or null. */
  static String host(String field) {
    String value = field.substring(field.indexOf(';') + 1).strip();
    int end = 0;
    while (end < value.length() && " \t(,".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    String name = value.substring(0, end);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    while (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    return name.isEmpty() ? null : name;
  }
}
