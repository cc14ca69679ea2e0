package dev.smtpcode.render;

import java.util.List;

/** Writes pages as CommonMark with tables, to paste into a ticket. */
public final class MarkdownRenderer {
  private final StringBuilder out = new StringBuilder(4096);

  /** The whole page, each line ended. */
  public String render(List<Block> page) {
    out.setLength(0);
    for (Block block : page) {
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
    row(t.heads());
    out.append("|").append(" --- |".repeat(t.heads().size())).append('\n');
    for (List<String> cells : t.rows()) {
      row(cells);
    }
  }

  private void row(List<String> cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(text(cell).replace("|", "\\|")).append(" |");
    }
    out.append('\n');
  }

  private void gap() {
    if (out.length() > 0) {
      out.append('\n');
    }
  }

  private static String code(String s) {
    return "`" + Clean.line(s).replace('`', '\'') + "`";
  }

  /** Text in which only backticks are markup. */
  private static String text(String s) {
    StringBuilder escaped = new StringBuilder(s.length() + 8);
    boolean inCode = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c == '`') {
        inCode = !inCode;
      } else if (!inCode && "*_[]<>#\\".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }
}
