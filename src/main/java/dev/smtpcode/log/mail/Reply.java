package dev.smtpcode.log.mail;

import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * The codes in a text.
 *
 * @param reply three digits, or 0
 * @param enhanced packed, or 0
 */
record Reply(int reply, int enhanced) {
  static final Reply NONE = new Reply(0, 0);

  /** Before what the server said, in the transcript of a session. */
  private static final List<String> SERVER_SAID = List.of("<<< ", "<-- ", "Out: ");

  private static final List<String> UNITS =
      List.of(
          "kb", "mb", "gb", "byte", "second", "minute", "hour", "day", "messages", "recipients");

  static Reply in(String text, List<String> labels) {
    if (text == null || text.isBlank()) {
      return NONE;
    }
    // A quoted reply is wrapped anywhere, also between its two codes.
    byte[] b = Phrases.spaced(text).getBytes(StandardCharsets.UTF_8);
    ReplyReader reader = new ReplyReader();
    reader.read(b, 0, b.length);
    int reply = reader.reply() >= 400 ? reader.reply() : 0;
    if (reply == 0) {
      reply = atLineStart(text);
    }
    if (reply == 0) {
      reply = behindLabel(text.toLowerCase(Locale.ROOT), labels);
    }
    return new Reply(reply, reader.enhanced());
  }

  /** The code of a reply that accepted the message ({@code 250 2.0.0 …}), or null. */
  static String accepting(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    ReplyReader reader = new ReplyReader();
    reader.read(b, 0, b.length);
    return reader.reply() / 100 == 2 ? Integer.toString(reader.reply()) : null;
  }

  /** A code that begins a line of a quoted reply; 0 for none. */
  private static int atLineStart(String text) {
    int from = 0;
    while (from >= 0 && from < text.length()) {
      int i = from;
      while (i < text.length() && " \t<>'\"#".indexOf(text.charAt(i)) >= 0) {
        i++;
      }
      int code = codeAt(text, i);
      boolean separated = i + 3 >= text.length() || " -:".indexOf(text.charAt(i + 3)) >= 0;
      if (code != 0 && separated && !isAmount(text, i + 3)) {
        return code;
      }
      from = text.indexOf('\n', from) + 1;
      from = from == 0 ? -1 : from;
    }
    return 0;
  }

  private static boolean isAmount(String text, int at) {
    String next =
        text.substring(at, Math.min(text.length(), at + 10)).strip().toLowerCase(Locale.ROOT);
    return Phrases.startsWithAny(next, UNITS);
  }

  private static int behindLabel(String lower, List<String> labels) {
    for (String label : labels) {
      for (int at = lower.indexOf(label); at >= 0; at = lower.indexOf(label, at + 1)) {
        int i = at + label.length();
        while (i < lower.length() && " :=".indexOf(lower.charAt(i)) >= 0) {
          i++;
        }
        if (codeAt(lower, i) != 0) {
          return codeAt(lower, i);
        }
      }
    }
    return 0;
  }

  /** The reply code of a refusal that stands at {@code at}; 0 for none. */
  private static int codeAt(String s, int at) {
    if (at + 3 > s.length() || s.charAt(at) < '4' || s.charAt(at) > '5') {
      return 0;
    }
    int code = 0;
    for (int i = at; i < at + 3; i++) {
      if (s.charAt(i) < '0' || s.charAt(i) > '9') {
        return 0;
      }
      code = code * 10 + s.charAt(i) - '0';
    }
    boolean goesOn = at + 3 < s.length() && Character.isLetterOrDigit(s.charAt(at + 3));
    return goesOn ? 0 : code;
  }

  static boolean isIn(CharSequence text) {
    Reply r = in(text.toString(), List.of());
    return r.reply != 0 || r.enhanced != 0;
  }

  /**
   * Whether the line is a command of the client that one reply answers: not DATA, which has two.
   */
  static boolean isCommandInTranscript(String line) {
    boolean sent = line.startsWith(">>> ") || line.startsWith("In:  ") || line.contains("--> ");
    return sent && !line.endsWith("DATA");
  }

  /** Whether the line is a reply that accepted a command: no reason of a failure. */
  static boolean isAcceptedInTranscript(String line) {
    if (isAcceptance(line.strip())) {
      return true;
    }
    for (String mark : SERVER_SAID) {
      int at = line.indexOf(mark) + mark.length();
      if (at >= mark.length() && at < line.length()) {
        return line.charAt(at) == '2' || line.charAt(at) == '3';
      }
    }
    return false;
  }

  /** {@code 250 2.1.5 ...} or {@code 354 ...} without a mark before it, as some systems quote. */
  private static boolean isAcceptance(String line) {
    boolean accepts = line.startsWith("354 ") || line.startsWith("250 ") || line.startsWith("250-");
    return accepts && !isAmount(line, 3);
  }

  /**
   * Which of two enhanced codes to believe: of the Status field, and of the reply itself. One that
   * contradicts the class of the reply code loses, then the vaguer one ({@code 5.0.0}). Of two that
   * are equally precise, Status wins, but where it only says what the reporting system came to
   * after the refusal: that the message expired, that something is wrong here, or, as a habit, that
   * the address is unknown.
   */
  static int preferred(int status, Reply inText) {
    int text = inText.enhanced;
    if (status == 0 || text == 0 || status == text) {
      return status == 0 ? text : status;
    }
    int statusClass = EnhancedCode.codeClass(status);
    int textClass = EnhancedCode.codeClass(text);
    int replyClass = inText.reply / 100;
    if (statusClass != textClass && (replyClass == statusClass || replyClass == textClass)) {
      return replyClass == statusClass ? status : text;
    }
    int precision = precision(status) - precision(text);
    if (precision != 0) {
      return precision > 0 ? status : text;
    }
    int subject = EnhancedCode.subject(status);
    int detail = EnhancedCode.detail(status);
    boolean expired = subject == 4 && detail == 7;
    boolean unknown = subject == 1 && detail == 1 && statusClass == 5;
    return precision(text) > 0 && (expired || subject == 3 || unknown) ? text : status;
  }

  /** How many of subject and detail say something. */
  private static int precision(int code) {
    return (EnhancedCode.subject(code) != 0 ? 1 : 0) + (EnhancedCode.detail(code) != 0 ? 1 : 0);
  }
}
