package dev.smtpcode.render;

import java.util.List;

/** A piece of a page. Texts may hold {@code `code`} between backticks; nothing else is markup. */
public sealed interface Block {

  /**
   * The head of an answer.
   *
   * @param code the code or name
   * @param classDigit {@code '2'} to {@code '5'}, or 0; chooses the colour
   */
  record Title(String code, String text, char classDigit) implements Block {}

  record Heading(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /** Something in passing: set off from the text. */
  record Note(String text) implements Block {}

  /** Numbered steps, in order. */
  record Steps(List<String> items) implements Block {}

  /** Statements without an order. */
  record Bullets(List<String> items) implements Block {}

  /** Labels with their values. */
  record Fields(List<Field> fields) implements Block {}

  /**
   * @param link page that the value leads to, or null
   */
  record Field(String label, String value, String link) {
    public Field(String label, String value) {
      this(label, value, null);
    }
  }

  /**
   * A table whose first column names the rows.
   *
   * @param heads of the columns; each row has as many cells
   */
  record Table(List<String> heads, List<List<String>> rows) implements Block {}

  /**
   * The same section of several things: in columns where they fit, else one under the other.
   *
   * @param heads what each column is about
   * @param classDigits of the heads
   */
  record Parallel(List<String> heads, List<Character> classDigits, List<List<Block>> columns)
      implements Block {}
}
