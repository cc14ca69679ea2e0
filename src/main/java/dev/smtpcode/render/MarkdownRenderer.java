package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.ArrayList;
import java.util.List;

/** Writes pages as CommonMark with tables, to paste into a ticket. */
final class MarkdownRenderer implements Renderer {
  /** Columns of a timeline: a screen's, for nothing wraps it. */
  private static final int TIMELINE = 76;

  private final Messages messages;
  private StringBuilder out = new StringBuilder();
  private boolean isFirst = true;

  MarkdownRenderer(Messages messages) {
    this.messages = messages;
  }

  @Override
  public String render(Page page) {
    out = new StringBuilder(4096);
    for (Block block : page.blocks()) {
      block(block);
    }
    return out.toString();
  }

  private void block(Block block) {
    if (block instanceof Block.Title t) {
      gap();
      out.append("# ").append(code(t.code())).append(' ').append(text(t.text())).append('\n');
    } else if (block instanceof Block.Heading h) {
      gap();
      out.append("## ").append(text(h.text())).append('\n');
    } else if (block instanceof Block.Paragraph p) {
      if (!p.text().isEmpty()) {
        gap();
        out.append(text(p.text())).append('\n');
      }
    } else if (block instanceof Block.Note n) {
      gap();
      out.append("> ").append(text(n.text())).append('\n');
    } else if (block instanceof Block.Steps s) {
      gap();
      for (int i = 0; i < s.items().size(); i++) {
        out.append(i + 1).append(". ").append(text(s.items().get(i))).append('\n');
      }
    } else if (block instanceof Block.Bullets b) {
      gap();
      for (String item : b.items()) {
        out.append("- ").append(text(item)).append('\n');
      }
    } else if (block instanceof Block.Fields f) {
      gap();
      f.fields().forEach(this::field);
    } else if (block instanceof Block.Table t) {
      table(t);
    } else if (block instanceof Block.Parallel p) {
      for (int c = 0; c < p.heads().size(); c++) {
        gap();
        out.append("### ").append(code(p.heads().get(c))).append('\n');
        for (Block b : p.columns().get(c)) {
          block(b);
        }
      }
    } else {
      report(block);
    }
  }

  private void report(Block block) {
    if (block instanceof Block.Lead l) {
      gap();
      out.append("# ").append(text(l.title())).append('\n');
      gap();
      for (int i = 0; i < l.lines().size(); i++) {
        boolean last = i == l.lines().size() - 1;
        out.append(text(l.lines().get(i))).append(last ? "\n" : "  \n");
      }
    } else if (block instanceof Block.Bars b) {
      bars(b);
    } else if (block instanceof Block.Ranking r) {
      ranking(r);
    } else {
      timeline((Block.Timeline) block);
    }
  }

  private void timeline(Block.Timeline time) {
    Sparkline line = Sparkline.of(time, TIMELINE, messages);
    gap();
    out.append("```text\n").append(line.marks().stripTrailing()).append("\n```\n");
    gap();
    out.append(text(line.caption())).append('\n');
  }

  private void bars(Block.Bars chart) {
    gap();
    row(chart.heads());
    rule(chart.heads().size());
    for (Block.Bar bar : chart.bars()) {
      List<String> cells = new ArrayList<>();
      cells.add(literal(bar.name()));
      cells.add(Numbers.grouped(bar.count()));
      if (chart.shares()) {
        cells.add(Numbers.share(bar.count(), chart.whole()));
      }
      bar.cells().forEach(c -> cells.add(text(c)));
      row(cells);
    }
  }

  private void ranking(Block.Ranking ranking) {
    gap();
    for (int i = 0; i < ranking.items().size(); i++) {
      Block.Ranked r = ranking.items().get(i);
      String number = (i + 1) + ". ";
      String indent = " ".repeat(number.length()) + "- ";
      out.append(number).append("**").append(text(r.title())).append("** (").append(text(r.id()));
      out.append("): ").append(Numbers.grouped(r.count())).append(", ");
      out.append(Numbers.share(r.count(), ranking.whole())).append('\n');
      for (String detail : r.details()) {
        out.append(indent).append(text(detail)).append('\n');
      }
      if (r.quote() != null) {
        out.append(indent).append(code(r.quote())).append('\n');
      }
    }
    if (ranking.rest() != null) {
      gap();
      out.append(text(ranking.rest())).append('\n');
    }
  }

  /** A field without a label goes on with the one before it. */
  private void field(Block.Field field) {
    if (field.label().isEmpty()) {
      out.append("  - ");
    } else {
      out.append("- **").append(text(field.label())).append("**: ");
    }
    String value = field.value();
    if (field.link() != null) {
      String shown = " <" + field.link() + ">";
      boolean twice = value.endsWith(shown);
      value = twice ? value.substring(0, value.length() - shown.length()) : value;
      out.append('[').append(text(value)).append("](").append(field.link()).append(")\n");
    } else {
      out.append(text(value)).append('\n');
    }
  }

  private void table(Block.Table t) {
    gap();
    row(t.heads().stream().map(MarkdownRenderer::text).toList());
    rule(t.heads().size());
    for (List<String> cells : t.rows()) {
      row(cells.stream().map(MarkdownRenderer::text).toList());
    }
  }

  /** A row of cells that are Markdown already. */
  private void row(List<String> cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    out.append('\n');
  }

  private void rule(int columns) {
    out.append("|").append(" --- |".repeat(columns)).append('\n');
  }

  /** Sets a block off from the one before it, on this page or the page before. */
  private void gap() {
    if (!isFirst) {
      out.append('\n');
    }
    isFirst = false;
  }

  /** Text as code: nothing in it is markup. */
  private static String code(String s) {
    return "`" + Clean.line(s).replace('`', '\'') + "`";
  }

  /** Text in which nothing is markup. */
  private static String literal(String s) {
    return escaped(s, 0, s.length(), new StringBuilder(s.length() + 8)).toString();
  }

  /**
   * Text in which only code between backticks is markup; one that has no other, as what somebody
   * else wrote may have, is text.
   */
  private static String text(String s) {
    StringBuilder out = new StringBuilder(s.length() + 8);
    int done = 0;
    for (int open = s.indexOf('`'); open >= 0; open = s.indexOf('`', done)) {
      int close = s.indexOf('`', open + 1);
      if (close < 0) {
        break;
      }
      escaped(s, done, open, out);
      boolean isEmpty = close == open + 1;
      out.append(isEmpty ? "\\`\\`" : s.substring(open, close + 1));
      done = close + 1;
    }
    return escaped(s, done, s.length(), out).toString();
  }

  private static StringBuilder escaped(String s, int from, int to, StringBuilder into) {
    for (int i = from; i < to; i++) {
      char c = s.charAt(i);
      if ("`*_[]<>#\\".indexOf(c) >= 0) {
        into.append('\\');
      }
      into.append(c);
    }
    return into;
  }
}
