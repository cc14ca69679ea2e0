package dev.smtpcode.log;

/** Takes delivery events as they are found. */
@FunctionalInterface
public interface EventSink {
  /**
   * @param event valid during the call only; its object is used again
   */
  void accept(LogEvent event);
}
