package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.List;

/** Draws counts with the characters of a terminal, in lines of its width. */
final class Charts {
  private static final String INDENT = "  ";

  /** What stands below a number of a ranking begins where its title does. */
  private static final String BELOW_NUMBER = "     ";

  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";
  private static final int BAR = 20;

  /** A shorter bar tells nothing. */
  private static final int SHORTEST_BAR = 5;

  private static final int SHARE = 7;

  /** Names give way to bars down to this width. */
  private static final int NAME = 16;

  /** From this width on, rankings have bars too. */
  private static final int WIDE = 100;

  private static final int QUOTE_LINES = 2;
  private static final String CUT = " …";

  private final Messages messages;
  private final Style style;
  private final Wrap wrap;

  Charts(Messages messages, Style style, Wrap wrap) {
    this.messages = messages;
    this.style = style;
    this.wrap = wrap;
  }

  /** Lines of name, count, share, bar and remark; a remark that has no room stands below. */
  void bars(Block.Bars chart, int width, List<String> lines) {
    int names = 0;
    int numbers = 0;
    int remarks = 0;
    for (Block.Bar b : chart.bars()) {
      names = Math.max(names, Width.of(b.name()));
      numbers = Math.max(numbers, Width.of(Numbers.grouped(b.count())));
      remarks = Math.max(remarks, Width.of(b.remark()));
    }
    int fixed = INDENT.length() + 2 + numbers + (chart.shares() ? 2 + SHARE : 0);
    int least = Math.min(names, NAME);
    int remark = remarks == 0 ? 0 : 2 + remarks;
    boolean beside = width - fixed - remark >= least;
    int room = width - fixed - (beside ? remark : 0);
    int longest = Math.min(BAR, room - least - 2);
    int bar = longest < SHORTEST_BAR ? 0 : longest;
    int name = Math.min(names, Math.max(least, room - (bar == 0 ? 0 : 2 + bar)));
    for (Block.Bar b : chart.bars()) {
      StringBuilder line = new StringBuilder(INDENT);
      String shown = Width.pad(cut(b.name(), name), name);
      line.append(b.classDigit() == 0 ? shown : style.ofClass(b.classDigit(), shown));
      line.append("  ").append(right(Numbers.grouped(b.count()), numbers));
      if (chart.shares()) {
        line.append("  ").append(right(Numbers.share(b.count(), chart.whole()), SHARE));
      }
      if (bar > 0) {
        line.append("  ").append(Width.pad(bar(b.count(), chart.whole(), bar), bar));
      }
      if (beside) {
        line.append("  ").append(b.remark());
      }
      lines.add(line.toString().stripTrailing());
      if (!beside && !b.remark().isEmpty()) {
        wrapped(INDENT + INDENT, b.remark(), width, lines);
      }
    }
  }

  /** Each thing with its count, share and bar at the right, and what there is to say below it. */
  void ranking(Block.Ranking ranking, int width, List<String> lines) {
    int number = 0;
    for (Block.Ranked r : ranking.items()) {
      number++;
      head(right(number + ".", 4) + " ", r, ranking.whole(), width, lines);
      for (String detail : r.details()) {
        wrapped(BELOW_NUMBER, detail, width, lines);
      }
      if (r.quote() != null) {
        quote(r.quote(), width, lines);
      }
    }
    if (ranking.rest() != null) {
      wrapped(BELOW_NUMBER, ranking.rest(), width, lines);
    }
  }

  private void head(String lead, Block.Ranked r, long whole, int width, List<String> lines) {
    String id = " (" + r.id() + ")";
    String count =
        Numbers.grouped(r.count()) + "  " + right(Numbers.share(r.count(), whole), SHARE);
    int gap = width - Width.of(lead + r.title() + id + count);
    if (gap < 2) {
      stackedHead(lead, r, id, width, lines);
      lines.add(BELOW_NUMBER + count);
      return;
    }
    String bar = "";
    if (width >= WIDE && gap > BAR + 4) {
      gap -= BAR + 2;
      bar = "  " + bar(r.count(), whole, BAR);
    }
    String title = style.ofClass(r.classDigit(), r.title());
    lines.add(lead + title + id + " ".repeat(gap) + count + bar);
  }

  /** A title that fills its line: the id stands behind its end or below. */
  private void stackedHead(String lead, Block.Ranked r, String id, int width, List<String> lines) {
    List<String> title = wrap.lines(r.title(), width - BELOW_NUMBER.length());
    String last = title.get(title.size() - 1);
    boolean idFits = Width.of(BELOW_NUMBER + last + id) <= width;
    for (int i = 0; i < title.size(); i++) {
      String line = style.ofClass(r.classDigit(), title.get(i));
      boolean takesId = idFits && i == title.size() - 1;
      lines.add((i == 0 ? lead : BELOW_NUMBER) + line + (takesId ? id : ""));
    }
    if (!idFits) {
      wrapped(BELOW_NUMBER, id.strip(), width, lines);
    }
  }

  /** The first lines of a quote; a mark shows where it was cut. */
  private void quote(String text, int width, List<String> lines) {
    int room = width - BELOW_NUMBER.length() - 1 - CUT.length();
    List<String> all = wrap.lines(text + "”", room);
    int n = Math.min(all.size(), QUOTE_LINES);
    for (int i = 0; i < n; i++) {
      String end = i == n - 1 && n < all.size() ? CUT : "";
      lines.add(BELOW_NUMBER + (i == 0 ? "“" : " ") + all.get(i) + end);
    }
  }

  /** An hour a column where they fit, and below when that was. */
  void timeline(Block.Timeline time, int width, List<String> lines) {
    Sparkline line = Sparkline.of(time, width - 2 * INDENT.length(), messages);
    lines.add(INDENT + line.marks());
    wrapped(INDENT, line.caption(), width, lines);
  }

  private void wrapped(String indent, String text, int width, List<String> lines) {
    for (String line : wrap.lines(text, width - indent.length())) {
      lines.add(indent + line);
    }
  }

  private static String cut(String s, int width) {
    return Width.of(s) <= width ? s : s.substring(0, Width.fitting(s, width - 1)) + "…";
  }

  private static String right(String s, int columns) {
    return " ".repeat(Math.max(0, columns - Width.of(s))) + s;
  }

  /** A bar of {@code part} in {@code whole}, which takes {@code columns}; empty for none only. */
  private static String bar(long part, long whole, int columns) {
    if (part == 0) {
      return "";
    }
    long eighths = Math.max(1, Math.round(8.0 * columns * part / whole));
    StringBuilder bar = new StringBuilder("█".repeat((int) (eighths / 8)));
    if (eighths % 8 > 0) {
      bar.append(EIGHTHS.charAt((int) (eighths % 8)));
    }
    return bar.toString();
  }
}
