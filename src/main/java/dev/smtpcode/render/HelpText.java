package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.ArrayList;
import java.util.List;

/** Lays out help: sections of terms, all with their meanings in one column. */
public final class HelpText {
  private static final int WIDEST_TEXT = 100;
  private static final int INDENT = 2;

  /** A wider term stands above its meaning. */
  private static final int WIDEST_TERM = 27;

  private final int width;
  private final Style style;
  private final Wrap wrap;
  private final List<Section> sections = new ArrayList<>();

  /** A word of the command line, and what it means. */
  public record Term(String name, String meaning) {}

  /**
   * @param heading null for none
   * @param texts wrapped to the width; set in where there is a heading
   * @param lines shown as they are
   */
  private record Section(
      String heading, List<String> texts, List<Term> terms, List<String> lines) {}

  /**
   * Help without any section.
   *
   * @param messages in the language of the help
   */
  public HelpText(Display display, Messages messages) {
    width = Math.min(display.width(), WIDEST_TEXT);
    style = new Style(display.color());
    wrap = Wrap.of(messages);
  }

  /** The ways to write a command. */
  public void usage(String heading, List<String> forms) {
    List<String> lines = new ArrayList<>();
    String lead = heading + ": ";
    for (String form : forms) {
      boolean first = lines.isEmpty();
      lines.add((first ? style.bold(lead) : " ".repeat(Width.of(lead))) + form);
    }
    sections.add(new Section(null, List.of(), List.of(), lines));
  }

  public void paragraph(String text) {
    sections.add(new Section(null, List.of(text), List.of(), List.of()));
  }

  /** Terms below a heading, which may be null; nothing where there are none. */
  public void terms(String heading, List<Term> terms) {
    if (!terms.isEmpty()) {
      sections.add(new Section(heading, List.of(), terms, List.of()));
    }
  }

  /** Terms below a heading and a text. */
  public void terms(String heading, String text, List<Term> terms) {
    sections.add(new Section(heading, List.of(text), terms, List.of()));
  }

  /** Lines below a heading that are not wrapped; nothing where there are none. */
  public void lines(String heading, List<String> lines) {
    if (!lines.isEmpty()) {
      List<String> setIn = lines.stream().map(l -> " ".repeat(INDENT) + l).toList();
      sections.add(new Section(heading, List.of(), List.of(), setIn));
    }
  }

  /** The whole help, each line ended. */
  @Override
  public String toString() {
    int column = column();
    StringBuilder out = new StringBuilder();
    for (Section s : sections) {
      out.append(out.length() > 0 ? "\n" : "");
      if (s.heading() != null) {
        out.append(style.bold(s.heading() + ":")).append('\n');
      }
      String margin = " ".repeat(s.heading() == null ? 0 : INDENT);
      for (String text : s.texts()) {
        for (String line : wrap.lines(text, width - margin.length())) {
          out.append(margin).append(line).append('\n');
        }
      }
      s.terms().forEach(term -> append(term, column, out));
      s.lines().forEach(line -> out.append(line).append('\n'));
    }
    return out.toString();
  }

  /** Where meanings begin. */
  private int column() {
    int widest = 0;
    for (Section s : sections) {
      for (Term t : s.terms()) {
        int wide = Width.of(t.name());
        widest = Math.max(widest, wide <= WIDEST_TERM ? wide : 0);
      }
    }
    return INDENT + widest + INDENT;
  }

  private void append(Term term, int column, StringBuilder out) {
    String name = " ".repeat(INDENT) + style.code(term.name());
    int used = INDENT + Width.of(term.name());
    boolean beside = used + INDENT <= column;
    out.append(name).append(beside ? " ".repeat(column - used) : "\n" + " ".repeat(column));
    String separator = "";
    for (String line : wrap.lines(term.meaning(), width - column)) {
      out.append(separator).append(line).append('\n');
      separator = " ".repeat(column);
    }
  }
}
