package dev.smtpcode.explain;

import java.util.List;
import java.util.Objects;

/**
 * Replies side by side.
 *
 * @param subjects what is compared, in the order asked, no label twice
 * @param differences aspects in which they differ, the most important first
 * @param repeated whether something was asked for more than once and is shown once
 */
public record Comparison(List<Subject> subjects, List<Difference> differences, boolean repeated) {

  /**
   * One of the things compared.
   *
   * @param label how it is called, such as {@code 556}
   */
  public record Subject(String label, Explanation explanation) {}

  /**
   * One aspect.
   *
   * @param aspect key of its name, below {@code compare.aspect}
   * @param values one for each subject, in their order
   */
  public record Difference(String aspect, List<Value> values) {}

  /**
   * A value: the key of a message, or words of the catalogue.
   *
   * @param key below {@code value}, or null where {@code text} is given
   */
  public record Value(String key, String text) {
    static Value key(String key) {
      return new Value(key, null);
    }

    static Value text(String text) {
      return new Value(null, text);
    }

    /** Whether both say the same; the generated equals costs 60 ms when it is first used. */
    boolean isSame(Value other) {
      return Objects.equals(key, other.key) && Objects.equals(text, other.text);
    }
  }
}
