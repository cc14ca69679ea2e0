package dev.smtpcode.render;

import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A scan's summary as a table: the causes, or the groups where some were asked for. */
final class ScanRows {
  private static final List<String> CAUSE =
      List.of(
          "cause",
          "verdict",
          "action",
          "count",
          "deferred",
          "bounced",
          "rejected",
          "codes",
          "domains",
          "sample");

  private ScanRows() {}

  static List<List<String>> of(Summary s) {
    return s.group() == null ? causes(s) : groups(s.group());
  }

  private static List<List<String>> groups(Summary.Group group) {
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of(group.by().id(), "failures"));
    for (int i = 0; i < Outcome.count(); i++) {
      head.add(Outcome.at(i).id());
    }
    rows.add(head);
    for (Summary.GroupRow r : group.rows()) {
      List<String> row = new ArrayList<>(List.of(r.key(), Long.toString(r.failures())));
      for (int i = 0; i < Outcome.count(); i++) {
        row.add(count(r.outcomes(), Outcome.at(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> causes(Summary s) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(CAUSE);
    for (Summary.CauseCount c : s.causes()) {
      rows.add(
          List.of(
              c.cause() == null ? "" : c.cause(),
              c.verdict(),
              c.action(),
              Long.toString(c.count()),
              count(c.outcomes(), Outcome.DEFERRED),
              count(c.outcomes(), Outcome.BOUNCED),
              count(c.outcomes(), Outcome.REJECTED),
              keys(c.codes()),
              keys(c.domains()),
              c.sample() == null ? "" : c.sample().text()));
    }
    return rows;
  }

  private static String count(Map<Outcome, Long> outcomes, Outcome outcome) {
    return Long.toString(outcomes.getOrDefault(outcome, 0L));
  }

  private static String keys(List<Summary.KeyCount> keys) {
    return keys.stream()
        .map(k -> k.key() + " (" + k.count() + ")")
        .collect(Collectors.joining("; "));
  }
}
