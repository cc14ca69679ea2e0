package dev.smtpcode.log;

/**
 * Knows the events of one log format. One a thread; what it remembers from line to line it forgets
 * at {@link #reset}.
 */
abstract class LineMatcher {
  final String format;

  LineMatcher(String format) {
    this.format = format;
  }

  /**
   * Reports the events of a message, its head taken off.
   *
   * @return whether the line is surely of this format, with or without an event
   */
  abstract boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink);

  /** Whether events depend on lines before. */
  boolean remembers() {
    return false;
  }

  void reset() {}
}
