package dev.smtpcode.scan;

/** Is told how far a scan is. */
public interface Progress {
  /** Tells nobody. */
  Progress NONE = read -> {};

  /**
   * @param bytes read since the last call, as they lie in the file
   */
  void read(long bytes);
}
