package dev.smtpcode.log.mail;

import java.util.List;

/** The transcript of a session, as Sendmail gives it: {@code <<<} before what the server said. */
final class Transcript {
  private static final String SERVER = "<<< ";

  private Transcript() {}

  /**
   * A diagnostic text that is only the first line of a reply ({@code 552-5.7.0 …}), with the other
   * lines of the transcript.
   */
  static String completed(String diagnostic, List<String> lines) {
    String text = diagnostic.substring(diagnostic.indexOf(';') + 1).strip();
    if (text.length() < 4 || text.charAt(3) != '-' || !Character.isDigit(text.charAt(0))) {
      return diagnostic;
    }
    StringBuilder whole = new StringBuilder();
    for (String line : lines) {
      String said = line.strip();
      if (!said.startsWith(SERVER)) {
        continue;
      }
      said = said.substring(SERVER.length());
      if (whole.length() == 0 ? said.equals(text) : said.startsWith(text.substring(0, 3))) {
        whole.append(whole.length() == 0 ? "" : " ").append(said);
        if (said.length() < 4 || said.charAt(3) != '-') {
          break;
        }
      } else if (whole.length() > 0) {
        break;
      }
    }
    return whole.length() == 0 ? diagnostic : whole.toString();
  }
}
