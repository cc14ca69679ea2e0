package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.MailWording.Use;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.log.mail.Mail.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a message that reports on another: a delivery status notification (RFC 3464), a bounce in
 * the own words of a mail system, a complaint (RFC 5965), an automatic answer (RFC 3834). Not for
 * several threads at once.
 */
public final class MailReader {
  /** Of a longer message the rest is left unread: a report stands before what it returns. */
  public static final int MAX_MESSAGE = 1 << 20;

  /** A report may come enclosed in another, forwarded or wrapped by a gateway. */
  private static final int MAX_ENCLOSED = 3;

  private final MailWording wording;
  private final EventMaker events;

  public MailReader(RuleSet rules, MailWording wording) {
    this.wording = wording;
    this.events = new EventMaker(rules, wording);
  }

  /**
   * One message; it may begin with the envelope line of an mbox.
   *
   * @param source the name that the events carry
   * @return one event a recipient, in the order of the report; none for an ordinary message
   */
  public List<DeliveryEvent> read(InputStream message, String source) throws IOException {
    byte[] b = message.readNBytes(MAX_MESSAGE);
    return read(b, 0, b.length, source, 0);
  }

  /**
   * The same for {@code message[from,to)}.
   *
   * @param line where in the source it begins; 0 where that is of no interest
   */
  List<DeliveryEvent> read(byte[] message, int from, int to, String source, long line) {
    int end = Math.min(to, from + MAX_MESSAGE);
    return read(MailParser.parse(message, from, end), new Origin(source, line), 0);
  }

  private List<DeliveryEvent> read(Mail mail, Origin source, int enclosed) {
    Report report = new Report(mail, wording);
    String date = mail.header().get("date");
    FeedbackReport feedback = FeedbackReport.of(report);
    if (feedback != null) {
      List<DeliveryEvent> found = new ArrayList<>();
      for (String recipient : feedback.recipients()) {
        found.add(events.note(source, "arf", Outcome.COMPLAINT, recipient, feedback.text(), date));
      }
      return found;
    }
    List<Failure> failures = SesNotification.failures(report.lines());
    if (!failures.isEmpty()) {
      return events(failures, source, "mail", date);
    }
    failures = ofStatus(report);
    if (!failures.isEmpty()) {
      return events(failures, source, "dsn", date);
    }
    if (isAutoReply(report)) {
      String sender = Addresses.ofField(mail.header().get("from"));
      String text = String.join("\n", report.lines());
      return List.of(events.note(source, "auto-reply", Outcome.AUTO_REPLY, sender, text, date));
    }
    if (mayBeReport(report)) {
      if (enclosed < MAX_ENCLOSED && !report.originalSource().isEmpty()) {
        List<DeliveryEvent> inner = enclosed(report, source, enclosed);
        if (!inner.isEmpty()) {
          return inner;
        }
      }
      return events(inWords(report), source, "mail", date);
    }
    return List.of();
  }

  private List<DeliveryEvent> enclosed(Report report, Origin source, int depth) {
    byte[] b = report.originalSource().getBytes(StandardCharsets.UTF_8);
    Mail inner = MailParser.parse(b, 0, b.length);
    boolean isStatus = inner.parts().stream().anyMatch(Part::isStatus);
    return isStatus ? read(inner, source, depth + 1) : List.of();
  }

  private List<DeliveryEvent> events(
      List<Failure> failures, Origin source, String format, String date) {
    List<DeliveryEvent> found = new ArrayList<>();
    for (Failure f : failures) {
      found.add(
          f.outcome() == Outcome.COMPLAINT
              ? events.note(source, format, f.outcome(), f.recipient(), null, date)
              : events.make(source, format, f, date));
    }
    return found;
  }

  /** The recipients of its delivery status, with what its words add. */
  private List<Failure> ofStatus(Report report) {
    StatusReport status = null;
    for (Part p : report.mail().parts()) {
      if (p.isStatus() && status == null) {
        StatusReport read = StatusReport.of(p.text());
        status = read.isEmpty() ? null : read;
      }
    }
    if (status == null && !report.statusLines().isEmpty()) {
      status = StatusReport.of(String.join("\n", report.statusLines()));
    }
    if (status == null || status.isEmpty()) {
      return List.of();
    }
    TextReport words = new TextReport(report, wording);
    List<Section> sections = words.sections();
    String all = words.words();
    List<Failure> stated = status.failures();
    List<Failure> found = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < stated.size(); i++) {
      Failure f = stated.get(i);
      String recipient = f.recipient();
      boolean address = recipient != null && recipient.indexOf('@') >= 0;
      if (!address && sections.size() == stated.size()) {
        recipient = sections.get(i).recipient();
      }
      String context = context(sections, recipient, all);
      if (recipient == null || seen.add(TextReport.key(recipient) + '\n' + f.diagnostic())) {
        String diagnostic = diagnostic(f, sections, recipient, report);
        found.add(
            new Failure(
                f.outcome(), recipient, f.status(), diagnostic, context, f.remote(), f.time()));
      }
    }
    return found;
  }

  /**
   * The diagnostic code; where it is missing, the comment of the status, or the words for people.
   */
  private static String diagnostic(
      Failure f, List<Section> sections, String recipient, Report report) {
    if (hasWords(f.diagnostic())) {
      return Transcript.completed(f.diagnostic(), report.lines());
    }
    String comment = StatusReport.comment(f.status());
    for (Section s : sections) {
      if (recipient != null && s.recipient().equalsIgnoreCase(recipient) && !s.text().isBlank()) {
        return comment.isEmpty() ? s.text() : comment + "\n" + s.text();
      }
    }
    return comment.isEmpty() ? f.diagnostic() : comment;
  }

  /** Whether it is more than a number such as the exit status of a program. */
  private static boolean hasWords(String diagnostic) {
    return diagnostic.substring(diagnostic.indexOf(';') + 1).chars().anyMatch(Character::isLetter);
  }

  /** The words about a recipient; about all where none are about this one. */
  private static String context(List<Section> sections, String recipient, String words) {
    for (Section s : sections) {
      if (recipient != null && s.recipient().equalsIgnoreCase(recipient)) {
        return s.text().isBlank() ? s.context() : s.text() + "\n" + s.context();
      }
    }
    return sections.size() == 1 ? sections.get(0).text() + "\n" + sections.get(0).context() : words;
  }

  private List<Failure> inWords(Report report) {
    TextReport words = new TextReport(report, wording);
    boolean told = report.says(Use.STATEMENTS) || report.subjectSays(Use.SUBJECTS);
    if (!told && !words.namesRecipients()
        || words.onlyMentions()
            && !report.subjectSays(Use.SUBJECTS)
            && !Reply.isIn(words.words())) {
      return List.of();
    }
    Outcome outcome = outcome(report);
    List<Failure> found = new ArrayList<>();
    for (Section s : words.sections()) {
      boolean blank = s.text().isBlank();
      found.add(
          new Failure(
              outcome, s.recipient(), null, blank ? null : s.text(), s.context(), null, null));
    }
    return found;
  }

  private static Outcome outcome(Report report) {
    if (report.subjectSays(Use.DELAYS) || report.says(Use.DELAYS)) {
      return Outcome.DEFERRED;
    }
    boolean delivered = report.subjectSays(Use.DELIVERIES) || report.says(Use.DELIVERIES);
    return delivered ? Outcome.DELIVERED : Outcome.BOUNCED;
  }

  /** Whether a mail system sent it, and by subject or words as a report. */
  private static boolean mayBeReport(Report report) {
    if (report.header().has("x-failed-recipients")) {
      return true;
    }
    boolean subject = report.subjectSays(Use.SUBJECTS);
    boolean words = report.says(Use.STATEMENTS);
    boolean program =
        report.isFromMailSystem() && !isNewsletter(report)
            || report.hasNullSender()
            || report.header().has("x-mlserver");
    return program
        ? subject || words
        : subject
            && report.saysUnquoted(Use.STATEMENTS)
            && !isCorrespondence(report)
            && (report.returnsToSender() || Reply.isIn(String.join("\n", report.lines())));
  }

  /** Whether it can be unsubscribed from, and is no report that went through a list. */
  private static boolean isNewsletter(Report report) {
    return report.header().has("list-unsubscribe") && !report.header().has("list-id");
  }

  /** Whether people wrote it, to a list or in answer to each other, or a list sent it to many. */
  private static boolean isCorrespondence(Report report) {
    Header header = report.header();
    return header.has("list-id")
        || header.has("mailing-list")
        || header.has("list-unsubscribe")
        || report.isAnswer()
        || header.get("subject").strip().startsWith("[");
  }

  private static boolean isAutoReply(Report report) {
    Header h = report.header();
    if (report.isFromMailSystem()
        || h.has("x-failed-recipients")
        || Addresses.ofField(h.get("from")) == null) {
      return false;
    }
    String submitted = Phrases.normal(h.get("auto-submitted"));
    if (submitted.startsWith("auto-replied") || submitted.startsWith("auto-notified")) {
      return true;
    }
    return report.subjectStarts(Use.AUTO_REPLIES)
        || isMarkedAutomatic(h)
        || isAnswerInBulk(report)
        || report.subjectStarts(Use.ABSENCES) && looksAutomatic(report);
  }

  /** Whether a program answers for a person, in whose name no reverse path is empty otherwise. */
  private static boolean isAnswerInBulk(Report report) {
    String precedence = Phrases.normal(report.header().get("precedence"));
    return report.hasNullSender()
        && !report.isFromList()
        && (precedence.equals("bulk") || precedence.equals("junk"))
        && !isCorrespondence(report)
        && !report.subjectSays(Use.SUBJECTS)
        && !report.says(Use.STATEMENTS);
  }

  private static boolean isMarkedAutomatic(Header h) {
    return Phrases.normal(h.get("precedence")).equals("auto_reply")
        || Phrases.normal(h.get("x-precedence")).equals("auto_reply")
        || h.has("x-autoreply")
        || h.has("x-auto-reply")
        || h.has("x-autorespond")
        || h.has("x-autoreply-from");
  }

  /** Whether a program may have sent it in answer: what a person may also write needs that. */
  private static boolean looksAutomatic(Report report) {
    Header h = report.header();
    if (h.has("list-unsubscribe")) {
      return false;
    }
    return report.hasNullSender()
        || Phrases.normal(h.get("auto-submitted")).startsWith("auto-")
        || h.has("precedence")
        || h.has("in-reply-to")
        || h.has("x-auto-response-suppress");
  }
}
