package dev.smtpcode.cause;

import dev.smtpcode.catalog.Catalog;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Loads the rules for many texts on a thread of its own, while there is other work to do. */
public final class RuleLoader implements Supplier<RuleSet> {
  private final FutureTask<RuleSet> task;

  /** Begins to load the rules of a catalogue. */
  public RuleLoader(Catalog catalog) {
    task = new FutureTask<>(() -> RuleSet.of(catalog));
    Thread t = new Thread(this::load, "rules");
    t.setDaemon(true);
    t.start();
  }

  private void load() {
    task.run();
    // keeps what goes wrong to itself: whoever asks for the same meets it again
    new FutureTask<>(() -> task.get().automaton()).run();
  }

  /** The rules, once they are there; throws what loading them threw. */
  @Override
  public RuleSet get() {
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException r) {
        throw r;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
