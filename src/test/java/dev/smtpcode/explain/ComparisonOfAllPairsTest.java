package dev.smtpcode.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.render.Block;
import dev.smtpcode.render.ComparisonPage;
import dev.smtpcode.render.Display;
import dev.smtpcode.render.OutputFormat;
import dev.smtpcode.render.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Every pair of the catalogue compares without seams, empty sections or overflow")
class ComparisonOfAllPairsTest {
  /** Doubled words, doubled marks, placeholders left over, sentences begun by a template. */
  private static final Pattern SEAM =
      Pattern.compile(
          "\\b([a-z]{2,}) \\1\\b|[,;:]\\s*[.,;]|\\{\\d\\}|\\bnull\\b(?! MX)|  |\\.\\.$");

  /** Texts without a seam: the same text stands in many pairs. */
  private static final Set<String> CHECKED = new HashSet<>();

  private static final Pattern CODE = Pattern.compile("`[^`]*`");

  @ParameterizedTest(name = "in {0}, {1} columns wide, one pair in {2} shown")
  @CsvSource({"en, 100, 7", "en, 80, 13", "th, 80, 41", "th, 130, 41"})
  void allPairs(String language, int width, int oneIn) {
    Catalog catalog = new Catalog(language, null);
    Messages messages = new Messages(language);
    Explainer explainer = new Explainer(catalog);
    List<Comparison.Subject> subjects = new ArrayList<>();
    for (Entry e : catalog.replies()) {
      subjects.add(new Comparison.Subject(e.code(), explainer.explain(e.code())));
    }
    for (Entry e : catalog.enhanced()) {
      subjects.add(new Comparison.Subject(e.code(), explainer.explain(e.code())));
    }
    List<String> wrong = new ArrayList<>();
    int pair = 0;
    for (int i = 0; i < subjects.size(); i++) {
      for (int j = i + 1; j < subjects.size(); j++) {
        Page page =
            new ComparisonPage(
                messages, Comparer.of(List.of(subjects.get(i), subjects.get(j)), false));
        String name = subjects.get(i).label() + " " + subjects.get(j).label();
        checkTexts(page.blocks(), name, language.equals("en"), wrong);
        if (pair++ % oneIn == 0) {
          checkWidth(page, messages, name, width, wrong);
        }
      }
    }
    assertEquals("", String.join("\n", wrong.subList(0, Math.min(20, wrong.size()))));
  }

  private static void checkTexts(
      List<Block> page, String name, boolean english, List<String> wrong) {
    for (String text : texts(page)) {
      if (text.isBlank()) {
        wrong.add(name + ": empty section");
      }
      if (english && CHECKED.add(text)) {
        Matcher seam = SEAM.matcher(CODE.matcher(text).replaceAll("X"));
        if (seam.find()) {
          wrong.add(name + ": seam “" + seam.group() + "” in: " + text);
        }
      }
    }
  }

  private static void checkWidth(
      Page page, Messages messages, String name, int width, List<String> wrong) {
    String shown =
        OutputFormat.TEXT.renderer(new Display(width, false, false), messages).render(page);
    for (String line : shown.split("\n", -1)) {
      if (columns(line) > width && !line.contains("http")) {
        wrong.add(name + ": too wide: " + line);
      }
    }
  }

  /** All texts of a page. */
  private static List<String> texts(List<Block> page) {
    List<String> all = new ArrayList<>();
    for (Block block : page) {
      if (block instanceof Block.Paragraph p) {
        all.add(p.text());
      } else if (block instanceof Block.Title t) {
        all.add(t.text());
      } else if (block instanceof Block.Heading h) {
        all.add(h.text());
      } else if (block instanceof Block.Steps s) {
        all.addAll(s.items());
      } else if (block instanceof Block.Fields f) {
        f.fields().forEach(x -> all.add(x.value()));
      } else if (block instanceof Block.Table t) {
        t.rows().forEach(all::addAll);
      } else if (block instanceof Block.Parallel p) {
        p.columns().forEach(c -> all.addAll(texts(c)));
      }
    }
    return all;
  }

  /** Columns of a line: combining marks take none. */
  private static int columns(String line) {
    int sum = 0;
    for (int i = 0; i < line.length(); i++) {
      int type = Character.getType(line.charAt(i));
      sum += type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK ? 0 : 1;
    }
    return sum;
  }
}
