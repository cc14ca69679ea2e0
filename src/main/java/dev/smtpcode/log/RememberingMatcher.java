package dev.smtpcode.log;

import java.util.Map;

/** A format whose events take several lines, brought together by a key. */
abstract class RememberingMatcher<V> extends LineMatcher {
  /** What lines before said, by what they have in common. */
  final Map<String, V> remembered = new Recent<>();

  RememberingMatcher(String format) {
    super(format);
  }

  @Override
  boolean remembers() {
    return true;
  }

  @Override
  void reset() {
    remembered.clear();
  }
}
