package dev.smtpcode.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.log.Outcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Deferrals are attempts, not messages")
class MessageSketchTest {
  private static void add(
      MessageSketch s, String queue, String recipient, Outcome outcome, boolean expired) {
    byte[] b = (queue + recipient + "        ").getBytes(StandardCharsets.UTF_8);
    s.add(
        b,
        0,
        queue.length(),
        queue.length(),
        queue.length() + recipient.length(),
        MessageSketch.flag(outcome, expired));
  }

  @Test
  void fates() {
    MessageSketch s = new MessageSketch();
    for (int i = 0; i < 7; i++) {
      add(s, "A", "ann@example.com", Outcome.DEFERRED, false);
    }
    add(s, "A", "ann@example.com", Outcome.DELIVERED, false);
    add(s, "A", "tom@example.com", Outcome.DEFERRED, false);
    add(s, "B", "ann@example.com", Outcome.DEFERRED, false);
    add(s, "B", "ann@example.com", Outcome.BOUNCED, false);
    add(s, "C", "ann@example.com", Outcome.DELIVERED, false);
    add(s, "D", "ann@example.com", Outcome.DEFERRED, false);
    add(s, "D", "", Outcome.BOUNCED, true);
    Summary.Messages m = s.messages(7);
    assertEquals(new Summary.Messages(5, 2, 4, 1, 2, 1, 1, 1.0, 7), m);
  }

  @Test
  @DisplayName(
      "with more messages than are told apart the numbers are estimates, the same however they are"
          + " merged")
  void sampled() {
    int n = MessageSketch.CAPACITY * 3;
    MessageSketch whole = new MessageSketch();
    MessageSketch even = new MessageSketch();
    MessageSketch odd = new MessageSketch();
    for (int i = 0; i < n; i++) {
      Outcome outcome = i % 10 == 0 ? Outcome.DEFERRED : Outcome.DELIVERED;
      add(whole, "Q" + i, "a@example.com", outcome, false);
      add(i % 2 == 0 ? even : odd, "Q" + i, "a@example.com", outcome, false);
    }
    odd.merge(even);
    assertEquals(whole.messages(0), odd.messages(0));
    assertTrue(whole.messages(0).sampled() < 1);
    assertTrue(Math.abs(whole.messages(0).all() - n) < n * 0.02, whole.messages(0) + " of " + n);
    assertTrue(
        Math.abs(whole.messages(0).deferred() - n / 10) < n * 0.01, whole.messages(0) + " of " + n);
  }
}
