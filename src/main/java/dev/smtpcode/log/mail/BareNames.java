package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.MailWording.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Recipients that a report names without their domain, as some systems name their own users: a name
 * alone or before a reason, on the lines below one that announces recipients.
 */
final class BareNames {
  private static final int MAX_NAME = 64;
  private static final int MAX_NAMES = 100;

  private final List<String> announcements;
  private final List<String> told;

  BareNames(MailWording wording) {
    this.announcements = wording.of(Use.ANNOUNCEMENTS);
    this.told = wording.of(Use.RECIPIENTS);
  }

  /** One for each name; empty where there is none. */
  List<Section> sections(List<String> lines, String words) {
    List<Section> found = new ArrayList<>();
    boolean listed = false;
    for (String line : lines) {
      String said = line.strip();
      if (said.isEmpty()) {
        continue;
      }
      int end = nameEnd(said);
      if (listed && end > 0 && found.size() < MAX_NAMES) {
        found.add(new Section(said.substring(0, end), said.substring(end).strip(), words));
      } else if (!found.isEmpty()) {
        break;
      } else {
        listed = announces(said.toLowerCase(Locale.ROOT));
      }
    }
    return found;
  }

  private boolean announces(String lower) {
    return lower.endsWith(":")
        && (Phrases.lengthBefore(lower, lower.length(), told) > 0
            || Phrases.anyIn(lower, announcements));
  }

  /** Where the name ends that begins the line; 0 where it is no such line. */
  private static int nameEnd(String line) {
    int end = end(line);
    String rest = line.substring(end).stripLeading();
    boolean apart = rest.isEmpty() || rest.charAt(0) == '(' || rest.charAt(0) == '"';
    return apart && end > 1 && Character.isLetter(line.charAt(0)) ? end : 0;
  }

  /** Whether it is nothing but a name. */
  static boolean isName(String text) {
    return end(text) == text.length() && text.length() > 1 && Character.isLetter(text.charAt(0));
  }

  private static int end(String line) {
    int end = 0;
    while (end < line.length() && end < MAX_NAME && isName(line.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }
}
