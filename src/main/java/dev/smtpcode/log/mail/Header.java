package dev.smtpcode.log.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * Header fields (RFC 5322 section 2.2) or fields of a status report (RFC 3464 section 2.1) in their
 * order, unfolded, encoded words decoded (RFC 2047).
 */
final class Header {
  private static final int MAX_FIELDS = 2_000;
  private static final int MAX_SAME = 500;
  private static final int MAX_VALUE = 8_000;

  private final List<String> names = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  void add(String name, String body) {
    if (names.size() < MAX_FIELDS) {
      names.add(name.trim().toLowerCase(Locale.ROOT));
      values.add(unfolded(body));
    }
  }

  /** Reads fields from lines, up to the first line that is none. */
  static Header of(List<String> lines) {
    Header header = new Header();
    StringBuilder field = new StringBuilder();
    for (String line : lines) {
      if (!line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t')) {
        if (field.length() > 0 && field.length() < MAX_VALUE) {
          field.append(' ').append(line.strip());
        }
        continue;
      }
      header.addField(field);
      if (nameEnd(line) < 0) {
        return header;
      }
      field.append(line);
    }
    header.addField(field);
    return header;
  }

  private void addField(StringBuilder field) {
    if (field.length() > 0) {
      int colon = nameEnd(field);
      add(field.substring(0, colon), field.substring(colon + 1));
      field.setLength(0);
    }
  }

  /** Where the name of the field on this line ends: at its colon; -1 when it is no field. */
  static int nameEnd(CharSequence line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) > ' ' && line.charAt(i) < 127) {
      if (line.charAt(i) == ':') {
        return i == 0 ? -1 : i;
      }
      i++;
    }
    int colon = i;
    while (colon < line.length() && line.charAt(colon) == ' ') {
      colon++;
    }
    return i > 0 && colon < line.length() && line.charAt(colon) == ':' ? colon : -1;
  }

  private static String unfolded(String body) {
    if (body.length() < MAX_VALUE
        && body.indexOf('\n') < 0
        && body.indexOf('\r') < 0
        && body.indexOf('\t') < 0) {
      return body.strip();
    }
    StringBuilder b = new StringBuilder(Math.min(body.length(), MAX_VALUE));
    for (int i = 0; i < body.length() && b.length() < MAX_VALUE; i++) {
      char c = body.charAt(i);
      if (c == '\r' || c == '\n') {
        continue;
      }
      b.append(c == '\t' ? ' ' : c);
    }
    return b.toString().strip();
  }

  private static String decoded(String value) {
    if (!value.contains("=?")) {
      return value;
    }
    return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT);
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** The first field of this name, in lower case; empty where there is none. */
  String get(String name) {
    int i = names.indexOf(name);
    return i < 0 ? "" : decoded(values.get(i));
  }

  /** The fields of this name, in lower case; of very many the first. */
  List<String> all(String name) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < names.size() && found.size() < MAX_SAME; i++) {
      if (names.get(i).equals(name)) {
        found.add(decoded(values.get(i)));
      }
    }
    return found;
  }
}
