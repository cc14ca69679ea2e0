package dev.smtpcode.render;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What to do first: the actions that the failures ask for, the most failures first. What the
 * logging server refused itself is no mail that it failed to send: others would have to act.
 */
final class ScanAdvice {
  private static final int STEPS = 3;

  private ScanAdvice() {}

  /**
   * @param count failures that it would cure
   * @param causes ids, the most frequent first
   */
  record Step(String action, long count, List<String> causes, String title, String advice) {}

  static List<Step> of(Summary s, Catalog catalog) {
    Map<String, Long> counts = new LinkedHashMap<>();
    Map<String, List<String>> causes = new LinkedHashMap<>();
    for (Summary.CauseCount c : s.causes()) {
      long ours = c.count() - c.outcomes().getOrDefault(Outcome.REJECTED, 0L);
      if (ours > 0 && !c.action().equals("none") && !c.action().equals("retry")) {
        counts.merge(c.action(), ours, Long::sum);
        List<String> some = causes.computeIfAbsent(c.action(), k -> new ArrayList<>());
        if (!some.contains(c.cause())) {
          some.add(c.cause());
        }
      }
    }
    List<Step> steps = new ArrayList<>();
    counts.forEach(
        (action, n) -> {
          Entry e = catalog.action(action);
          steps.add(new Step(action, n, causes.get(action), e.texts().title(), e.texts().advice()));
        });
    steps.sort(Comparator.comparingLong((Step x) -> -x.count()).thenComparing(Step::action));
    return steps.subList(0, Math.min(STEPS, steps.size()));
  }
}
