package dev.smtpcode.scan;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.log.Outcome;
import java.util.List;
import java.util.Map;

/**
 * What a scan found, most important first; plain facts, ready to be shown.
 *
 * @param partial true where the scan was interrupted
 * @param top length of lists that was asked for; causes are all there
 * @param outcomes events by outcome
 * @param causes why messages failed
 * @param codes of failures
 * @param domains of failures, the most failures first
 * @param providers of failures
 * @param group what was asked for besides, or null
 * @param span null where no event has a time
 * @param error no count of a domain or relay is too low by more than this
 * @param suppressed addresses that are dead; null where not asked for
 * @param unlisted events of dead addresses for which {@code suppressed} had no room
 */
public record Summary(
    boolean partial,
    int top,
    Map<Outcome, Long> outcomes,
    List<CauseCount> causes,
    List<CodeCount> codes,
    List<DomainCount> domains,
    List<KeyCount> providers,
    Group group,
    Messages messages,
    Span span,
    List<HourCount> hours,
    Map<String, Long> formats,
    Input input,
    long error,
    List<Suppressed> suppressed,
    long unlisted) {

  /** All events. */
  public long events() {
    long n = 0;
    for (long count : outcomes.values()) {
      n += count;
    }
    return n;
  }

  /** Events with a time that are earlier than the hours that are listed. */
  public long beforeHours() {
    long listed = 0;
    for (HourCount h : hours) {
      for (long n : h.outcomes().values()) {
        listed += n;
      }
    }
    return events() - input.untimed() - listed;
  }

  /** Events that did not reach the recipient at that attempt. */
  public long failures() {
    return failures(outcomes);
  }

  static long failures(Map<Outcome, Long> outcomes) {
    long n = 0;
    for (Map.Entry<Outcome, Long> e : outcomes.entrySet()) {
      n += e.getKey().failed() ? e.getValue() : 0;
    }
    return n;
  }

  /**
   * A cause with its consequence.
   *
   * @param outcomes by outcome
   * @param codes the most frequent first
   * @param domains the most frequent first
   */
  public record CauseCount(
      String cause,
      String verdict,
      String action,
      long count,
      Map<Outcome, Long> outcomes,
      List<KeyCount> codes,
      List<KeyCount> domains,
      Sample sample) {}

  /** What a server said, cleaned of nothing yet. */
  public record Sample(String text, String domain) {}

  /** A pair of codes, either of which may be null, and the causes they came with. */
  public record CodeCount(String reply, String enhanced, long count, String cause, Sample sample) {}

  public record KeyCount(String key, long count) {}

  /** A recipient domain: what failed there, what did not, and the most frequent cause. */
  public record DomainCount(
      String domain, long failures, Map<Outcome, Long> outcomes, String cause) {}

  /** Counts by what was asked for. */
  public record Group(GroupBy by, List<GroupRow> rows, long others) {}

  public record GroupRow(String key, long failures, Map<Outcome, Long> outcomes) {}

  /**
   * Messages, as against attempts.
   *
   * @param sampled share of messages the numbers are scaled up from; 1 where they are exact
   * @param unknown events that name no message
   */
  public record Messages(
      long all,
      long delivered,
      long deferred,
      long deferredThenDelivered,
      long deferredThenBounced,
      long stillDeferred,
      long expired,
      double sampled,
      long unknown) {}

  /** First and last time, on the log's own clock. */
  public record Span(String from, String to) {}

  /** An hour such as {@code 2026-11-23T05}. */
  public record HourCount(String hour, Map<Outcome, Long> outcomes) {}

  /**
   * @param unread what could not be read, a line each
   * @param silent sources in which nothing of any known format was
   */
  public record Input(
      long sources,
      long lines,
      long bytes,
      long cut,
      long untimed,
      List<Message> unread,
      List<SourceCount> silent) {}

  /** Sources that were opened, and those of them in which nothing was known. */
  public record Sources(long opened, List<SourceCount> silent) {}

  public record SourceCount(String name, boolean binary) {}

  /** An address that must not be written to again. */
  public record Suppressed(String recipient, String cause, String time, long count) {}
}
