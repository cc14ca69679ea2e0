package dev.smtpcode.bench;

import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.reply.ReplyReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one reply costs: finding its codes, and its cause when the text was seen before and when it
 * was not.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class CauseBenchmark {
  private final byte[] reply =
      ("host mx.example.com[203.0.113.9] said: 550 5.1.1 <bob@example.com>: Recipient address"
              + " rejected: User unknown in virtual mailbox table (in reply to RCPT TO command)")
          .getBytes(StandardCharsets.UTF_8);

  private final ReplyReader reader = new ReplyReader();
  private final Classifier classifier = new Classifier(RuleSet.bundled());
  private int enhanced;

  @Benchmark
  public int codes() {
    reader.read(reply, 0, reply.length);
    return reader.reply();
  }

  @Benchmark
  public Classification causeOfTextSeenBefore() {
    return classifier.classify(reply, 0, reply.length, 550, 0, -1, ReplyClass.PERMANENT, -1);
  }

  /** Another code each time, so that no answer is remembered. */
  @Benchmark
  public Classification causeOfNewText() {
    enhanced = enhanced + 1 & 0xffff;
    return classifier.classify(reply, 0, reply.length, 550, enhanced, -1, ReplyClass.PERMANENT, -1);
  }
}
