package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines of a width in terminal columns, at word boundaries. */
public final class Wrap {
  private final List<String> unbroken;

  /**
   * Wraps text.
   *
   * @param unbroken words that the JDK's dictionary takes apart though they are one
   */
  public Wrap(List<String> unbroken) {
    this.unbroken = unbroken;
  }

  /** Wraps text of a language. */
  public static Wrap of(Messages messages) {
    return new Wrap(List.of(messages.get("wrap.unbroken").split(",", -1)));
  }

  /**
   * The lines of {@code text}, each at most {@code width} columns wide; a single word that is
   * longer is broken where the width ends.
   */
  List<String> lines(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String piece : pieces(text)) {
      String word = stripTrailing(piece);
      int wide = Width.of(word);
      if (used > 0 && used + wide > width) {
        lines.add(stripTrailing(line.toString()));
        line.setLength(0);
        used = 0;
      }
      String rest = piece;
      while (!isLink(rest) && Width.of(stripTrailing(rest)) > width) {
        int cut = Width.fitting(rest, width);
        lines.add(rest.substring(0, cut));
        rest = rest.substring(cut);
      }
      line.append(rest);
      used += Width.of(rest);
    }
    if (line.length() > 0 || lines.isEmpty()) {
      lines.add(stripTrailing(line.toString()));
    }
    return lines;
  }

  private static boolean isLink(String piece) {
    return piece.startsWith("http") || piece.startsWith("<http");
  }

  /** Pieces between which a line may break; white space stays at the end of the piece before it. */
  public List<String> pieces(String text) {
    return isSpaced(text) ? words(text) : boundaries(text);
  }

  /**
   * Whether spaces alone tell where lines may break: no script without them, such as Thai or Han,
   * occurs.
   */
  private static boolean isSpaced(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean southEastAsian = c >= 0xe00 && c < 0x10a0 || c >= 0x1780 && c < 0x1800;
      if (southEastAsian || c >= 0x2e80 && c < 0xfb00) {
        return false;
      }
    }
    return true;
  }

  private static List<String> words(String text) {
    List<String> found = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean ends = text.charAt(i) == ' ' && i + 1 < text.length() && text.charAt(i + 1) != ' ';
      if (ends) {
        found.add(text.substring(start, i + 1));
        start = i + 1;
      }
    }
    found.add(text.substring(start));
    return found;
  }

  private List<String> boundaries(String text) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.forLanguageTag("th"));
    breaks.setText(text);
    List<String> found = new ArrayList<>();
    int start = breaks.first();
    int before = start;
    boolean inCode = false;
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      for (; before < end; before++) {
        inCode ^= text.charAt(before) == '`';
      }
      boolean atMark = text.charAt(end - 1) == '`' || text.startsWith("`", end);
      if (inCode && atMark || isInsideWord(text, end)) {
        continue; // a mark stays with the code that it opens or closes
      }
      found.add(text.substring(start, end));
      start = end;
    }
    return found;
  }

  private boolean isInsideWord(String text, int at) {
    for (String word : unbroken) {
      for (int start = Math.max(0, at - word.length() + 1); start < at; start++) {
        if (text.startsWith(word, start)) {
          return true;
        }
      }
    }
    return false;
  }

  private static String stripTrailing(String s) {
    int end = s.length();
    while (end > 0 && s.charAt(end - 1) == ' ') {
      end--;
    }
    return s.substring(0, end);
  }
}
