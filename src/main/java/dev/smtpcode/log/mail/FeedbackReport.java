package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording.Use;
import dev.smtpcode.log.mail.Mail.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A complaint: a feedback report (RFC 5965), or what some providers send in its place. */
final class FeedbackReport {
  private final Report report;
  private final Header fields;

  private FeedbackReport(Report report, Header fields) {
    this.report = report;
    this.fields = fields;
  }

  /** The complaint that a report is, or null. */
  static FeedbackReport of(Report report) {
    for (Part p : report.mail().parts()) {
      if (p.isFeedback()) {
        return new FeedbackReport(report, fields(p.text()));
      }
    }
    String type = Phrases.normal(report.header().get("content-type"));
    if (type.contains("report-type=feedback-report")
        || type.contains("report-type=\"feedback-report\"")
        || complainsInWords(report)) {
      return new FeedbackReport(report, fields(String.join("\n", report.lines())));
    }
    return null;
  }

  /** Whether its words say so, and no person quotes those in an answer. */
  private static boolean complainsInWords(Report report) {
    boolean said =
        report.subjectSays(Use.COMPLAINT_SUBJECTS) && !report.original().isEmpty()
            || report.saysUnquoted(Use.COMPLAINTS);
    return said && !report.isAnswer();
  }

  /** Fields wherever they stand among other lines. */
  private static Header fields(String text) {
    Header all = new Header();
    List<String> field = new ArrayList<>();
    for (String line : Arrays.asList(text.split("\r?\n", 2_000))) {
      boolean continues = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (!continues) {
        add(all, field);
        field.clear();
      }
      field.add(line);
    }
    add(all, field);
    return all;
  }

  private static void add(Header all, List<String> field) {
    if (!field.isEmpty() && Header.nameEnd(field.get(0)) > 0) {
      String line = String.join(" ", field);
      int colon = Header.nameEnd(line);
      all.add(line.substring(0, colon), line.substring(colon + 1));
    }
  }

  /** Who complained; one null where the report hides it. */
  List<String> recipients() {
    List<String> found = addresses(fields, "original-rcpt-to", "removal-recipient");
    if (found.isEmpty()) {
      found =
          addresses(
              report.original(),
              "x-hmxmroriginalrecipient",
              "x-original-to",
              "x-envelope-to",
              "to",
              "delivered-to");
    }
    if (found.isEmpty() && report.original().isEmpty() && !fields.has("feedback-type")) {
      found = addresses(report.header(), "from");
    }
    if (found.isEmpty()) {
      found.add(null);
    }
    return found;
  }

  private static List<String> addresses(Header header, String... names) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      for (String value : header.all(name)) {
        found.addAll(Addresses.all(value));
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return found;
  }

  /** What the report says for people. */
  String text() {
    return String.join("\n", report.lines());
  }
}
