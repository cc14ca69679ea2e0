package dev.smtpcode.render;

import java.util.List;
import java.util.SortedMap;

/**
 * A piece of a page. Texts are harmless for a terminal ({@link Clean}). They may hold {@code
 * `code`} between backticks; nothing else in them is markup.
 */
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

  /**
   * How a report begins.
   *
   * @param title for documents: on a terminal the command stands above it
   * @param lines a sentence each
   */
  record Lead(String title, List<String> lines) implements Block {}

  /**
   * Counts, drawn as bars or told as a table.
   *
   * @param heads of the table: of the names, the counts, the shares where they are told, the cells
   * @param whole what a bar of full length stands for
   * @param shares whether to tell them, of {@code whole}
   */
  record Bars(List<String> heads, List<Bar> bars, long whole, boolean shares) implements Block {}

  /**
   * A count of something.
   *
   * @param name as it is, without code in it
   * @param classDigit chooses the colour, 0 for none
   * @param remark stands behind the bar; may be empty
   * @param cells what there is room for in a table only
   */
  record Bar(String name, char classDigit, long count, String remark, List<String> cells) {}

  /**
   * Things that were counted and what there is to say of each, numbered, the most frequent first.
   *
   * @param whole what the shares are of
   * @param rest a sentence about those that have no number, or null
   */
  record Ranking(List<Ranked> items, long whole, String rest) implements Block {}

  /**
   * A thing with its count.
   *
   * @param id the word for it in options and data
   * @param classDigit chooses the colour
   * @param details a line each
   * @param quote what a log says word for word, without code in it, or null; it may be cut
   */
  record Ranked(
      String title, String id, char classDigit, long count, List<String> details, String quote) {}

  /**
   * Counts over time.
   *
   * @param from the first hour in words
   * @param to the last one
   * @param counts by hour since any time; an hour that is missing counts as none
   */
  record Timeline(String from, String to, SortedMap<Long, Long> counts) implements Block {}
}
