package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.ArrayList;
import java.util.List;

/** Shows pages on a terminal, or as plain text. */
final class TextRenderer implements Renderer {
  private static final int INDENT = 2;
  private static final int WIDEST_TEXT = 110;
  private static final int GAP = 3;

  /** A label wider than this, or than half the line, stands above its value. */
  private static final int WIDEST_LABEL = 20;

  /** A column narrower than this is hard to read: things go one under the other instead. */
  private static final int NARROWEST_COLUMN = 44;

  private static final int WIDTH_FOR_COLUMNS = 100;
  private static final int NARROWEST_CELL = 16;

  private final Display display;
  private final Messages messages;
  private final Style style;
  private final Wrap wrap;
  private boolean isFirst = true;

  TextRenderer(Display display, Messages messages) {
    this.display = display;
    this.messages = messages;
    style = new Style(display.color());
    wrap = Wrap.of(messages);
  }

  @Override
  public String render(Page page) {
    StringBuilder out = new StringBuilder(4096);
    if (!isFirst) {
      out.append('\n');
    }
    isFirst = false;
    int width = Math.min(display.width(), WIDEST_TEXT);
    for (Block block : page.blocks()) {
      for (String line : lines(block, width)) {
        out.append(line).append('\n');
      }
    }
    return out.toString();
  }

  /** The lines of a block, styled, none wider than {@code width}. */
  private List<String> lines(Block block, int width) {
    List<String> lines = new ArrayList<>();
    if (block instanceof Block.Title t) {
      title(t, width, lines);
    } else if (block instanceof Block.Heading h) {
      lines.add("");
      for (String line : wrap.lines(h.text(), width)) {
        lines.add(style.bold(line));
      }
    } else if (block instanceof Block.Paragraph p) {
      text(p.text(), width, INDENT, "", lines);
    } else if (block instanceof Block.Note n) {
      for (String line : wrap.lines(n.text(), width - INDENT)) {
        lines.add(" ".repeat(INDENT) + style.dim(line));
      }
    } else if (block instanceof Block.Steps s) {
      steps(s.items(), width, lines);
    } else if (block instanceof Block.Bullets b) {
      for (String item : b.items()) {
        text(item, width, INDENT, "• ", lines);
      }
    } else if (block instanceof Block.Fields f) {
      fields(f.fields(), width, lines);
    } else if (block instanceof Block.Table t) {
      table(t, width, lines);
    } else if (block instanceof Block.Parallel p) {
      parallel(p, lines);
    } else {
      report(block, width, lines);
    }
    return lines;
  }

  /** What only reports have; apart, for answers to start without it. */
  private void report(Block block, int width, List<String> lines) {
    Charts charts = new Charts(messages, style, wrap);
    if (block instanceof Block.Lead l) {
      for (String line : l.lines()) {
        lines.addAll(wrap.lines(line, width));
      }
    } else if (block instanceof Block.Bars b) {
      charts.bars(b, width, lines);
    } else if (block instanceof Block.Ranking r) {
      charts.ranking(r, width, lines);
    } else {
      charts.timeline((Block.Timeline) block, display.width(), lines);
    }
  }

  private void title(Block.Title t, int width, List<String> lines) {
    String code = Clean.line(t.code());
    int lead = Width.of(code) + 2;
    if (lead > width / 2) {
      for (String line : wrap.lines(code, width)) {
        lines.add(style.ofClass(t.classDigit(), line));
      }
      for (String line : wrap.lines(t.text(), width)) {
        lines.add(style.bold(line));
      }
      return;
    }
    List<String> wrapped = wrap.lines(t.text(), width - lead);
    for (int i = 0; i < wrapped.size(); i++) {
      String head = i == 0 ? style.ofClass(t.classDigit(), code) + "  " : " ".repeat(lead);
      lines.add(head + style.bold(wrapped.get(i)));
    }
  }

  private void steps(List<String> items, int width, List<String> lines) {
    for (int i = 0; i < items.size(); i++) {
      text(items.get(i), width, INDENT, (i + 1) + ". ", lines);
    }
  }

  /**
   * Wrapped text behind {@code mark}, with code between backticks styled; wrapping sees it
   * unstyled.
   */
  private void text(String text, int width, int indent, String mark, List<String> lines) {
    int lead = indent + Width.of(mark);
    boolean inCode = false;
    List<String> wrapped = wrap.lines(text, Math.max(8, width - lead));
    for (int i = 0; i < wrapped.size(); i++) {
      StringBuilder line = new StringBuilder();
      line.append(" ".repeat(i == 0 ? indent : lead)).append(i == 0 ? mark : "");
      inCode = inline(wrapped.get(i), inCode, line);
      lines.add(wrapped.get(i).isEmpty() ? "" : line.toString());
    }
  }

  private boolean inline(String line, boolean inCode, StringBuilder into) {
    if (!style.isOn()) {
      into.append(line);
      return inCode;
    }
    boolean code = inCode;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i == line.length() || line.charAt(i) == '`') {
        String piece = line.substring(start, i);
        if (!piece.isEmpty()) {
          into.append(code ? style.code(piece) : piece);
        }
        if (i < line.length()) {
          code = !code;
        }
        start = i + 1;
      }
    }
    return code;
  }

  private void fields(List<Block.Field> fields, int width, List<String> lines) {
    int widest = Math.max(WIDEST_LABEL, width / 2);
    int label = 0;
    for (Block.Field f : fields) {
      label = Math.max(label, Math.min(widest, Width.of(f.label())));
    }
    for (Block.Field f : fields) {
      boolean beside = Width.of(f.label()) <= label;
      if (!beside) {
        for (String line : wrap.lines(f.label(), width)) {
          lines.add(style.dim(line));
        }
      }
      List<String> wrapped = wrap.lines(f.value(), Math.max(8, width - label - 2));
      boolean inCode = false;
      for (int i = 0; i < wrapped.size(); i++) {
        StringBuilder value = new StringBuilder();
        inCode = inline(wrapped.get(i), inCode, value);
        String shown =
            f.link() != null && display.links()
                ? Style.link(f.link(), value.toString())
                : value.toString();
        String head = i == 0 && beside ? style.dim(Width.pad(f.label(), label)) : " ".repeat(label);
        lines.add(head + "  " + shown);
      }
    }
  }

  private void table(Block.Table t, int width, List<String> lines) {
    int columns = t.heads().size();
    int[] widths = columnWidths(t, width);
    if (widths.length == 0) {
      stackedTable(t, width, lines);
      return;
    }
    row(t.heads(), widths, true, lines);
    StringBuilder rule = new StringBuilder(" ".repeat(INDENT));
    for (int c = 0; c < columns; c++) {
      rule.append("─".repeat(widths[c])).append(c + 1 < columns ? " ".repeat(GAP) : "");
    }
    lines.add(style.dim(rule.toString()));
    for (List<String> cells : t.rows()) {
      row(cells, widths, false, lines);
    }
  }

  /**
   * The widths of the columns: as wide as they need, the widest giving way; empty where they do not
   * fit.
   */
  private static int[] columnWidths(Block.Table t, int width) {
    int columns = t.heads().size();
    int room = width - INDENT - GAP * (columns - 1);
    int[] widths = new int[columns];
    int sum = 0;
    for (int c = 0; c < columns; c++) {
      widths[c] = Width.of(t.heads().get(c));
      for (List<String> row : t.rows()) {
        widths[c] = Math.max(widths[c], Width.of(row.get(c)));
      }
      sum += widths[c];
    }
    while (sum > room) {
      int widest = 0;
      for (int c = 1; c < columns; c++) {
        if (widths[c] > widths[widest]) {
          widest = c;
        }
      }
      if (widths[widest] <= NARROWEST_CELL) {
        return new int[0];
      }
      widths[widest]--;
      sum--;
    }
    return widths;
  }

  private void row(List<String> cells, int[] widths, boolean head, List<String> lines) {
    List<List<String>> wrapped = new ArrayList<>();
    int height = 0;
    for (int c = 0; c < widths.length; c++) {
      wrapped.add(wrap.lines(cells.get(c), widths[c]));
      height = Math.max(height, wrapped.get(c).size());
    }
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder(" ".repeat(INDENT));
      for (int c = 0; c < widths.length; c++) {
        String cell = i < wrapped.get(c).size() ? wrapped.get(c).get(i) : "";
        boolean last = c + 1 == widths.length;
        String padded = last ? cell : Width.pad(cell, widths[c] + GAP);
        line.append(head ? style.bold(padded) : c == 0 ? style.dim(padded) : padded);
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private void stackedTable(Block.Table t, int width, List<String> lines) {
    for (List<String> row : t.rows()) {
      lines.add(" ".repeat(INDENT) + style.bold(row.get(0)));
      for (int c = 1; c < row.size(); c++) {
        text(row.get(c), width, INDENT * 2, t.heads().get(c) + ": ", lines);
      }
    }
  }

  private void parallel(Block.Parallel p, List<String> lines) {
    int columns = p.heads().size();
    int room =
        (Math.min(display.width(), NARROWEST_COLUMN * 2 * columns) - GAP * (columns - 1)) / columns;
    if (display.width() < WIDTH_FOR_COLUMNS || room < NARROWEST_COLUMN) {
      stacked(p, lines);
      return;
    }
    List<List<String>> rendered = new ArrayList<>();
    int height = 0;
    for (int c = 0; c < columns; c++) {
      List<String> column = new ArrayList<>();
      column.add(" ".repeat(INDENT) + style.ofClass(p.classDigits().get(c), p.heads().get(c)));
      for (Block b : p.columns().get(c)) {
        column.addAll(lines(b, room));
      }
      rendered.add(column);
      height = Math.max(height, column.size());
    }
    for (int i = 0; i < height; i++) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String cell = i < rendered.get(c).size() ? rendered.get(c).get(i) : "";
        line.append(cell);
        if (c + 1 < columns) {
          line.append(" ".repeat(Math.max(0, room + GAP - styledWidth(cell))));
        }
      }
      lines.add(line.toString().stripTrailing());
    }
  }

  private void stacked(Block.Parallel p, List<String> lines) {
    int width = Math.min(display.width(), WIDEST_TEXT);
    for (int c = 0; c < p.heads().size(); c++) {
      lines.add(" ".repeat(INDENT) + style.ofClass(p.classDigits().get(c), p.heads().get(c)));
      for (Block b : p.columns().get(c)) {
        for (String line : lines(b, width - INDENT)) {
          lines.add(line.isEmpty() ? line : " ".repeat(INDENT) + line);
        }
      }
    }
  }

  /** The width of a line that may hold escape sequences. */
  private static int styledWidth(String s) {
    if (s.indexOf('\u001b') < 0) {
      return Width.of(s);
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < s.length(); i++) {
      if (s.charAt(i) == '\u001b') {
        while (i < s.length() && s.charAt(i) != 'm') {
          i++;
        }
      } else {
        plain.append(s.charAt(i));
      }
    }
    return Width.of(plain.toString());
  }
}
