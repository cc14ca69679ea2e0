package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.MailWording.Use;
import dev.smtpcode.log.mail.Lead.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Knows a line that names a recipient when it sees one. */
final class LeadReader {
  private static final int MAX_TRIED = 10;
  private static final int MAX_LINE = 2_000;
  private static final String BULLETS = "*\u2022\u00b7>|-";
  private static final String OPENING = "<\"'[(";
  private static final String CLOSING = ">\"'])";

  private static final List<String> SCHEMES = List.of("mailto:", "smtp:");

  private final List<String> told;
  private final List<String> senders;
  private final List<String> contacts;

  LeadReader(MailWording wording) {
    this.told = wording.of(Use.RECIPIENTS);
    this.senders = wording.of(Use.SENDERS_OWN);
    this.contacts = wording.of(Use.CONTACTS);
  }

  /** What the line names, or null. */
  Lead read(String whole, int number) {
    if (whole.indexOf('@') < 0) {
      return null;
    }
    String line = whole.length() > MAX_LINE ? whole.substring(0, MAX_LINE) : whole;
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.length() != line.length()) {
      lower = line;
    }
    int indent = skip(line, 0, " \t\u3000");
    int i = skip(line, indent, BULLETS + " \t");
    if (Phrases.lengthAt(lower, i, senders) > 0) {
      return null;
    }
    int label = Phrases.lengthAt(lower, i, told);
    if (label > 0) {
      int start = skip(line, i + label, ":\uff1a \t");
      Lead lead = address(Form.TOLD, line, lower, start, number, indent);
      if (lead != null) {
        boolean command = lower.startsWith("rcpt to", i) && i > indent;
        return command
            ? new Lead(Form.TRANSCRIPT, number, indent, lead.address(), lead.textFrom())
            : lead;
      }
    }
    int coded = afterCode(line, i);
    if (coded > 0) {
      Lead lead = address(Form.TRANSCRIPT, line, lower, coded, number, indent);
      return lead == null ? null : new Lead(Form.TRANSCRIPT, number, indent, lead.address(), i);
    }
    Lead first = address(null, line, lower, i, number, indent);
    if (first != null) {
      return first;
    }
    Lead named = named(line, lower, i, number, indent);
    return named != null ? named : toldWithin(line, lower, i, number, indent);
  }

  /** The recipients that follow one on its line, divided by commas or semicolons. */
  List<Lead> following(String line, Lead first) {
    List<Lead> more = new ArrayList<>();
    int i = first.textFrom();
    while (i < line.length() && i < MAX_LINE && ",;".indexOf(line.charAt(i)) >= 0) {
      int start = skip(line, i, ",; \t" + OPENING);
      String address = Addresses.at(line, start);
      if (address == null) {
        break;
      }
      i = skip(line, start + address.length(), CLOSING);
      more.add(new Lead(first.form(), first.line(), first.indent(), address, i));
    }
    return more;
  }

  private static int skip(String s, int from, String chars) {
    int i = from;
    while (i < s.length() && chars.indexOf(s.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  /** Passes over brackets and quotes, but for the quote that an address begins with. */
  private static int skipOpening(String line, int from) {
    int i = from;
    while (i < line.length()
        && OPENING.indexOf(line.charAt(i)) >= 0
        && (line.charAt(i) != '"' || Addresses.at(line, i) == null)) {
      i++;
    }
    return i;
  }

  /** Where the text begins behind a reply code at {@code from}; 0 when there is none. */
  private static int afterCode(String s, int from) {
    if (from + 4 >= s.length() || s.charAt(from) < '4' || s.charAt(from) > '5') {
      return 0;
    }
    for (int k = 1; k < 3; k++) {
      if (s.charAt(from + k) < '0' || s.charAt(from + k) > '9') {
        return 0;
      }
    }
    char next = s.charAt(from + 3);
    if (next != ' ' && next != '-') {
      return 0;
    }
    int i = from + 4;
    while (i < s.length()
        && (s.charAt(i) == '.' || s.charAt(i) == ' ' || s.charAt(i) >= '0' && s.charAt(i) <= '9')) {
      i++;
    }
    return i;
  }

  /** The address at {@code from}; {@code form} null: it is seen from what follows. */
  private Lead address(Form form, String line, String lower, int from, int number, int indent) {
    int start = skipOpening(line, skip(line, from, " \t"));
    for (String scheme : SCHEMES) {
      start += lower.startsWith(scheme, start) ? scheme.length() : 0;
    }
    String address = Addresses.at(line, start);
    if (address == null) {
      return null;
    }
    int end = start + address.length();
    int after = skip(line, end, CLOSING);
    if (form != null) {
      return new Lead(form, number, indent, address, after);
    }
    String rest = line.substring(after);
    boolean alone = isSetApart(rest, address);
    return new Lead(alone ? Form.ALONE : Form.SENTENCE, number, indent, address, after);
  }

  private static boolean isSetApart(String rest, String address) {
    if (rest.isBlank()) {
      return true;
    }
    char c = rest.charAt(0);
    if (":;,(".indexOf(c) >= 0 || rest.startsWith("...")) {
      return true;
    }
    String words = rest.stripLeading();
    return c == '\t'
        || rest.startsWith("  ")
        || ":([-\u2013=".indexOf(words.charAt(0)) >= 0
        || words.startsWith("on ")
        || words.startsWith("<" + address)
        || words.startsWith("...");
  }

  /** {@code Some Name <address>} or {@code Some Name (address)} on a line of its own. */
  private Lead named(String line, String lower, int from, int number, int indent) {
    int open = from;
    while (open < line.length() && open - from <= 60 && "<(".indexOf(line.charAt(open)) < 0) {
      open++;
    }
    if (open >= line.length() || open - from > 60) {
      return null;
    }
    for (int i = from; i < open; i++) {
      char c = line.charAt(i);
      if (c == ':' || c == '@') {
        return null;
      }
    }
    int start = line.startsWith("mailto:", open + 1) ? open + 8 : open + 1;
    String address = Addresses.at(line, start);
    if (address == null) {
      return null;
    }
    String rest = line.substring(skip(line, start + address.length(), CLOSING)).strip();
    boolean ends = rest.isEmpty() || rest.equals(":");
    int before = open;
    while (before > from && line.charAt(before - 1) <= ' ') {
      before--;
    }
    if (!ends || tellsOfOther(lower, before)) {
      return null;
    }
    boolean contact = contacts.contains(Addresses.localPart(address));
    return new Lead(contact ? Form.SENTENCE : Form.ALONE, number, indent, address, line.length());
  }

  private Lead toldWithin(String line, String lower, int from, int number, int indent) {
    int tried = 0;
    for (int at = line.indexOf('@', from);
        at >= 0 && tried < MAX_TRIED;
        at = line.indexOf('@', at + 1), tried++) {
      int start = Addresses.localStart(line, from, at);
      int glued = Phrases.lengthAt(lower, start, told);
      if (glued > 0 && line.charAt(start + glued - 1) == '=') {
        String address =
            Addresses.at(line, start + glued); // X.400: p=org;dda:SMTP=user@example.org
        if (address != null) {
          return new Lead(Form.TOLD, number, indent, address, start + glued + address.length());
        }
      }
      String address = start < at ? Addresses.at(line, start) : null;
      if (address == null) {
        continue;
      }
      int before = start;
      while (before > from
          && (OPENING.indexOf(line.charAt(before - 1)) >= 0 || line.charAt(before - 1) <= ' ')) {
        before--;
      }
      if (tellsOfRecipient(lower, before)) {
        int after = skip(line, start + address.length(), CLOSING);
        return new Lead(Form.TOLD, number, indent, address, after);
      }
    }
    return null;
  }

  /** Whether the words before {@code end} announce a recipient. */
  boolean tellsOfRecipient(String lower, int end) {
    int recipient = Phrases.lengthBefore(lower, end, told);
    return recipient > 0 && recipient >= Phrases.lengthBefore(lower, end, senders);
  }

  /** Whether they announce another address. */
  boolean tellsOfOther(String lower, int end) {
    return Phrases.lengthBefore(lower, end, senders) > Phrases.lengthBefore(lower, end, told);
  }
}
