package dev.smtpcode.render;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sentences of a scan's summary, in the reader's language. */
final class ScanWords {
  private static final int SILENT_NAMED = 3;

  private final Messages messages;

  ScanWords(Messages messages) {
    this.messages = messages;
  }

  String outcome(Outcome o) {
    return messages.get("scan.outcome." + o.id());
  }

  /** A number with the word for what it counts. */
  private String count(String key, long n) {
    return messages.get("scan.count." + key + (n == 1 ? ".one" : ".many"), Numbers.grouped(n));
  }

  /** The formats of most events first. */
  private static List<String> formats(Map<String, Long> counts) {
    List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
    sorted.sort(
        Map.Entry.<String, Long>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()));
    List<String> formats = new ArrayList<>();
    for (Map.Entry<String, Long> e : sorted) {
      formats.add(e.getKey());
    }
    return formats;
  }

  /** What was read, what became of messages. */
  List<String> overview(Summary s) {
    List<String> lines = new ArrayList<>();
    if (s.partial()) {
      lines.add(messages.get("scan.partial"));
    }
    String formats = String.join(", ", formats(s.formats()));
    String events = count("events", s.events());
    String bytes = Numbers.bytes(s.input().bytes());
    String sources = count("sources", s.input().sources());
    long inputLines = s.input().lines();
    String what =
        inputLines == 0 && s.input().bytes() > 0 // mail, whose lines nobody asks for
            ? messages.get("scan.overview.mail", events, bytes, sources)
            : messages.get(
                "scan.overview.events", events, count("lines", inputLines), bytes, sources);
    lines.add(
        formats.isEmpty() ? what : what + " " + messages.get("scan.overview.formats", formats));
    if (s.span() != null) {
      lines.add(
          messages.get(
              "scan.overview.span",
              s.span().from().replace('T', ' '),
              s.span().to().replace('T', ' ')));
    }
    Summary.Messages m = s.messages();
    if (m.deferred() > 0) {
      String about = m.sampled() < 1 ? messages.get("scan.messages.about") : "";
      lines.add(
          messages.get(
              "scan.messages.deferred",
              about + Numbers.grouped(m.deferred()),
              Numbers.grouped(m.all()),
              Numbers.grouped(m.deferredThenDelivered()),
              Numbers.grouped(m.deferredThenBounced()),
              Numbers.grouped(m.stillDeferred())));
    }
    return lines;
  }

  /** What the reader must know of the numbers: what was not read, cut or estimated. */
  List<String> notes(Summary s) {
    List<String> notes = new ArrayList<>();
    for (Message u : s.input().unread()) {
      notes.add(messages.get("scan.note.unread", Clean.line(messages.get(u))));
    }
    List<Summary.SourceCount> silent = s.input().silent();
    for (Summary.SourceCount c : silent.subList(0, Math.min(SILENT_NAMED, silent.size()))) {
      notes.add(
          messages.get(c.binary() ? "scan.note.binary" : "scan.note.silent", Clean.line(c.name())));
    }
    if (silent.size() > SILENT_NAMED) {
      notes.add(
          messages.get("scan.note.more-silent", Numbers.grouped(silent.size() - SILENT_NAMED)));
    }
    if (s.input().cut() > 0) {
      notes.add(messages.get("scan.note.cut", count("lines", s.input().cut())));
    }
    if (s.input().untimed() > 0) {
      notes.add(messages.get("scan.note.untimed", count("events", s.input().untimed())));
    }
    if (s.beforeHours() > 0) {
      String kept = Numbers.grouped(s.hours().size());
      notes.add(messages.get("scan.note.hours", count("events", s.beforeHours()), kept));
    }
    long refused = s.outcomes().getOrDefault(Outcome.REJECTED, 0L);
    if (refused > 0) {
      notes.add(messages.get("scan.note.rejected", count("events", refused)));
    }
    if (s.messages().sampled() < 1) {
      notes.add(
          messages.get(
              "scan.note.sampled", Numbers.grouped(Math.round(1 / s.messages().sampled()))));
    }
    if (s.error() > 0) {
      notes.add(messages.get("scan.note.error", Numbers.grouped(s.error())));
    }
    return notes;
  }
}
