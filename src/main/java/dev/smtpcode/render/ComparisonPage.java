package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Comparison.Difference;
import dev.smtpcode.explain.Comparison.Subject;
import dev.smtpcode.explain.Comparison.Value;
import dev.smtpcode.explain.Explanation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code compare}: each explained, the differences, what to do in which case. */
public final class ComparisonPage implements Page {
  private final Words words;
  private final Comparison comparison;

  public ComparisonPage(Messages messages, Comparison comparison) {
    words = new Words(messages);
    this.comparison = comparison;
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    ComparisonJson.write(out, comparison, words);
  }

  @Override
  public List<Block> blocks() {
    List<Subject> subjects = comparison.subjects();
    List<Block> page = new ArrayList<>();
    for (Subject s : subjects) {
      Entry e = telling(s.explanation());
      page.add(new Block.Title(s.label(), e.texts().title(), digit(s)));
      if (words.isForeign(e)) {
        page.add(new Block.Note(words.get("explain.untranslated")));
      }
    }
    if (subjects.size() == 1) {
      page.add(new Block.Note(words.get("compare.same", subjects.get(0).label())));
    } else if (comparison.repeated()) {
      page.add(new Block.Note(words.get("compare.repeated")));
    }
    List<List<Block>> meanings = new ArrayList<>();
    List<List<Block>> sightings = new ArrayList<>();
    List<List<Block>> fixes = new ArrayList<>();
    for (Subject s : subjects) {
      Entry e = telling(s.explanation());
      meanings.add(List.of(new Block.Paragraph(e.texts().meaning())));
      sightings.add(List.of(new Block.Paragraph(e.texts().whenSeen())));
      List<String> steps = e.texts().fix();
      fixes.add(
          List.of(steps.size() == 1 ? new Block.Paragraph(steps.get(0)) : new Block.Steps(steps)));
    }
    section("compare.explanation", subjects, meanings, page);
    section("compare.when-seen", subjects, sightings, page);
    section("compare.fix", subjects, fixes, page);
    if (subjects.size() > 1) {
      page.add(new Block.Heading(words.get("compare.differences")));
      page.add(differences());
      page.add(new Block.Heading(words.get("compare.what-to-do")));
      List<Block.Field> advice = new ArrayList<>();
      for (Subject s : subjects) {
        advice.add(new Block.Field(s.label(), telling(s.explanation()).texts().advice()));
      }
      page.add(new Block.Fields(advice));
    }
    return page;
  }

  private void section(
      String heading, List<Subject> subjects, List<List<Block>> columns, List<Block> page) {
    page.add(new Block.Heading(words.get(heading)));
    List<String> heads = new ArrayList<>();
    List<Character> digits = new ArrayList<>();
    for (Subject s : subjects) {
      heads.add(s.label());
      digits.add(digit(s));
    }
    page.add(new Block.Parallel(heads, digits, columns));
  }

  private Block differences() {
    if (comparison.differences().isEmpty()) {
      return new Block.Paragraph(words.get("compare.no-differences"));
    }
    List<String> heads = new ArrayList<>();
    heads.add("");
    for (Subject s : comparison.subjects()) {
      heads.add(s.label());
    }
    List<List<String>> rows = new ArrayList<>();
    for (Difference d : comparison.differences()) {
      List<String> row = new ArrayList<>();
      row.add(words.get("compare.aspect." + d.aspect()));
      for (Value v : d.values()) {
        row.add(words.value(v));
      }
      rows.add(row);
    }
    return new Block.Table(heads, rows);
  }

  /**
   * The entry whose words answer best: the provider's, for a reply text the cause's, else the
   * code's.
   */
  static Entry telling(Explanation x) {
    Entry first = x.entries().get(0);
    boolean causeSaysMore = x.kind() == Explanation.Kind.TEXT && first.provider() == null;
    return causeSaysMore ? x.causeEntry() : first;
  }

  private static char digit(Subject s) {
    Explanation x = s.explanation();
    if (x.reply() != null) {
      return x.reply().charAt(0);
    }
    return x.entries().get(0).classDigit();
  }
}
