package dev.smtpcode.scan;

import dev.smtpcode.catalog.Message;
import dev.smtpcode.log.InputFinder;
import dev.smtpcode.scan.Summary.SourceCount;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What is to be said of sources beside their events: which told nothing, which could not be read.
 * In the order of the sources, whichever thread is done with its own first. Shared by threads.
 */
final class SourceNotes {
  private static final int MAX_PROBLEMS = 100;

  /** Sources read of which nothing is known yet: their last blocks may still be scanned. */
  private final List<OpenSource.Mark> marks = new ArrayList<>();

  /** By the place of the source; of very many the first. */
  private final TreeMap<Integer, Message> problems = new TreeMap<>();

  private int moreProblems;
  private long opened;

  synchronized void opened() {
    opened++;
  }

  /** Nothing more is read of the source. */
  synchronized void closed(OpenSource.Mark mark) {
    marks.removeIf(m -> m.recognised);
    marks.add(mark);
  }

  /**
   * The source could not be read or not to its end; the first reason counts.
   *
   * @param place of the source among all
   */
  synchronized void problem(int place, String source, Throwable e) {
    problems.putIfAbsent(place, Message.of("scan.unread", source, reason(e)));
    if (problems.size() > MAX_PROBLEMS) {
      problems.pollLastEntry();
      moreProblems++;
    }
  }

  private static Message reason(Throwable e) {
    if (e instanceof IOException io) {
      return InputFinder.reason(io);
    }
    return e instanceof OutOfMemoryError
        ? Message.of("scan.unread.memory")
        : Message.of("scan.unread.other", String.valueOf(e.getMessage()));
  }

  synchronized List<Message> problems() {
    List<Message> all = new ArrayList<>(problems.values());
    if (moreProblems > 0) {
      all.add(Message.of("scan.unread.more", moreProblems));
    }
    return all;
  }

  /** Sources in which nothing of any known format was. */
  synchronized Summary.Sources found() {
    List<SourceCount> silent = new ArrayList<>();
    marks.stream()
        .filter(m -> !m.recognised)
        .sorted(Comparator.comparingInt(m -> m.place))
        .forEach(m -> silent.add(new SourceCount(m.name, m.binary)));
    return new Summary.Sources(opened, silent);
  }
}
