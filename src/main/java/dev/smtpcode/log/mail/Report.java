package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.MailWording.Use;
import dev.smtpcode.log.mail.Mail.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A message seen as a report: its words for people, and the message that it returns. */
final class Report {
  /** Parts of a message whose boundaries are broken. */
  private static final String STATUS_PART = "Content-Type: message/delivery-status";

  /** Begins the status of a recipient where it stands in the text, not in a part of its own. */
  private static final String FIELD = "Final-Recipient:";

  /** How addresses end from which the program of a list writes. */
  private static final List<String> LIST_SERVERS = List.of("-request", "-help", "-owner");

  /** How subjects of answered and forwarded mail begin. */
  private static final List<String> ANSWERS =
      List.of("re:", "aw:", "sv:", "fw:", "fwd:", "wg:", "tr:", "rv:");

  private static final String MESSAGE_PART = "Content-Type: message/rfc822";
  private static final int MAX_LINES = 2_000;
  private static final int MAX_LINE = 4_000;
  private static final int MAX_ORIGINAL_LINES = 400;

  private final Mail mail;
  private final MailWording wording;
  private final List<String> lines = new ArrayList<>();
  private final List<String> originalLines = new ArrayList<>();
  private final List<String> statusLines = new ArrayList<>();
  private Header original = new Header();
  private String originalSource = "";
  private String normal;

  Report(Mail mail, MailWording wording) {
    this.mail = mail;
    this.wording = wording;
    boolean plain =
        mail.parts().stream().anyMatch(p -> p.type().equals("text/plain") && !p.text().isBlank());
    for (Part p : mail.parts()) {
      if (p.isOriginal()) {
        if (original.isEmpty()) {
          originalSource = p.text();
          original = original(p);
        }
      } else if (p.type().equals("text/plain") || !plain && p.type().startsWith("text/")) {
        read(p.type().equals("text/html") ? HtmlText.of(p.text()) : p.text());
        lines.add("");
      }
    }
    if (original.isEmpty()) {
      original = Header.of(originalLines);
    }
  }

  private static Header original(Part p) {
    if (p.header().has("received") && !p.type().equals("message/rfc822")) {
      return p.header();
    }
    List<String> head = new ArrayList<>();
    for (String line : split(p.text(), MAX_ORIGINAL_LINES)) {
      if (line.isBlank() && !head.isEmpty()) {
        break;
      }
      if (!line.isBlank() && !(head.isEmpty() && line.startsWith("From "))) {
        head.add(line);
      }
    }
    return Header.of(head);
  }

  private void read(String text) {
    boolean inOriginal = false;
    boolean inStatus = false;
    boolean bareStatus = isFromMailSystem() && mail.parts().stream().noneMatch(Part::isStatus);
    for (String line : split(text, MAX_LINES - lines.size())) {
      if (line.regionMatches(true, 0, STATUS_PART, 0, STATUS_PART.length())) {
        inStatus = true;
      } else if (bareStatus && line.regionMatches(true, 0, FIELD, 0, FIELD.length())) {
        inStatus = true;
      } else if (line.regionMatches(true, 0, MESSAGE_PART, 0, MESSAGE_PART.length())) {
        inStatus = false;
        inOriginal = true;
        continue;
      }
      if (inStatus && !beginsOriginal(line)) {
        statusLines.add(line);
        continue;
      }
      if (inOriginal && resumes(line)) {
        inOriginal = false;
        continue;
      }
      if (!inOriginal && beginsOriginal(line)) {
        inOriginal = true;
        if (Header.nameEnd(line) < 0) {
          continue;
        }
      }
      if (inOriginal) {
        boolean between = line.isBlank() && originalLines.isEmpty();
        if (!between && originalLines.size() < MAX_ORIGINAL_LINES) {
          originalLines.add(line);
        }
      } else {
        lines.add(line);
      }
    }
  }

  private boolean beginsOriginal(String line) {
    return line.startsWith("Received:")
        || line.startsWith("Return-Path:")
        || line.startsWith("Return-path:")
        || Phrases.isMarker(line, wording.of(Use.ORIGINALS));
  }

  /** Whether the report goes on: {@code -----server message}. */
  private boolean resumes(String line) {
    return line.startsWith("--") && Phrases.isMarker(line, wording.of(Use.REPORTS));
  }

  private static List<String> split(String text, int most) {
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length() && lines.size() < most) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      int last = to > from && text.charAt(to - 1) == '\r' ? to - 1 : to;
      lines.add(text.substring(from, Math.min(last, from + MAX_LINE)));
      from = to + 1;
    }
    return lines;
  }

  Mail mail() {
    return mail;
  }

  Header header() {
    return mail.header();
  }

  /** What is written for people, up to the returned message. */
  List<String> lines() {
    return lines;
  }

  /**
   * The delivery status of a message whose parts are not told apart; empty in a well-formed one.
   */
  List<String> statusLines() {
    return statusLines;
  }

  /** The header of the returned message; empty where there is none. */
  Header original() {
    return original;
  }

  /** The returned message as it is; empty where it is not a part of its own. */
  String originalSource() {
    return originalSource;
  }

  /** Whether one of the phrases is anywhere in the words for people. */
  boolean says(Use use) {
    if (normal == null) {
      normal = Phrases.normal(String.join("\n", lines));
    }
    return Phrases.anyIn(normal, wording.of(use));
  }

  /** The same, but for lines that a person quotes. */
  boolean saysUnquoted(Use use) {
    String own =
        lines.stream().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
    return Phrases.anyIn(Phrases.normal(own), wording.of(use));
  }

  /** Whether someone answers or passes on another message. */
  boolean isAnswer() {
    return header().has("in-reply-to")
        || header().has("references")
        || Phrases.startsWithAny(Phrases.normal(header().get("subject")), ANSWERS);
  }

  boolean subjectSays(Use use) {
    return Phrases.anyIn(Phrases.normal(header().get("subject")), wording.of(use));
  }

  boolean subjectStarts(Use use) {
    String subject = Phrases.normal(header().get("subject"));
    int from = subject.startsWith("[") ? 1 : 0;
    return Phrases.startsWithAny(subject.substring(from), wording.of(use));
  }

  /** Whether the sender is a mail system by its name or address. */
  boolean isFromMailSystem() {
    String from = Phrases.normal(header().get("from"));
    if (from.isEmpty() || from.endsWith("<>")) {
      return true;
    }
    int quoted = 0;
    while (quoted < from.length() && (from.charAt(quoted) == '"' || from.charAt(quoted) == '<')) {
      quoted++;
    }
    String address = Addresses.ofField(from);
    if (isFromList()) {
      return false; // be it about mail systems, as the name of the list may tell
    }
    return Phrases.startsWithAny(from.substring(quoted), wording.of(Use.SENDERS))
        || address != null && Phrases.startsWithAny(address, wording.of(Use.SENDERS));
  }

  /** Whether the program of a list wrote it: a digest, an answer to a command. */
  boolean isFromList() {
    String address = Addresses.ofField(header().get("from"));
    String local = address == null ? "" : Addresses.localPart(address);
    return LIST_SERVERS.stream().anyMatch(local::endsWith);
  }

  /** Whether it has the empty reverse path of a notification (RFC 5321 section 4.5.5). */
  boolean hasNullSender() {
    return header().has("return-path")
        && (header().get("return-path").replace(" ", "").equals("<>")
            || header().get("return-path").isEmpty()
            || Phrases.normal(header().get("return-path")).startsWith("<mailer-daemon"));
  }

  /** Whether it returns a message to the one who sent that. */
  boolean returnsToSender() {
    String sender = reportedTo();
    return sender != null
        && (sender.equalsIgnoreCase(Addresses.ofField(original.get("from")))
            || sender.equalsIgnoreCase(Addresses.ofField(original.get("return-path")))
            || sender.equalsIgnoreCase(Addresses.ofField(original.get("sender"))));
  }

  /** To whom the report goes: the sender of the message; or null. */
  String reportedTo() {
    return Addresses.ofField(header().get("to"));
  }
}
