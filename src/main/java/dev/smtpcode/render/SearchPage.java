package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.explain.Search.Hit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of {@code search}. */
public final class SearchPage implements TablePage {
  private final Messages messages;
  private final List<Hit> shown;
  private final int more;
  private final List<String> words;

  /**
   * The page of what was found.
   *
   * @param hits the best first
   * @param words that were searched for, in lower case
   * @param top how many to show
   */
  public SearchPage(Messages messages, List<Hit> hits, List<String> words, int top) {
    this.messages = messages;
    shown = hits.subList(0, Math.min(top, hits.size()));
    more = hits.size() - shown.size();
    this.words = words;
  }

  /** One line a hit, and the sentence that holds the words where the title does not. */
  @Override
  public List<Block> blocks() {
    List<Block.Field> lines = new ArrayList<>();
    for (Hit hit : shown) {
      Entry e = hit.entry();
      lines.add(new Block.Field(EntryRows.name(e), marked(e.texts().title())));
      if (hit.excerpt() != null) {
        lines.add(new Block.Field("", marked(hit.excerpt().replace('`', '\''))));
      }
    }
    List<Block> page = new ArrayList<>();
    page.add(new Block.Fields(lines));
    if (more > 0) {
      page.add(new Block.Note(messages.get("list.more", more)));
    }
    return page;
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    for (Hit hit : shown) {
      EntryJson.write(out, hit.entry());
    }
  }

  @Override
  public List<List<String>> rows() {
    return EntryRows.of(shown.stream().map(Hit::entry).toList());
  }

  /** The words that were searched for, set as code. */
  private String marked(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.length() != text.length()) {
      return text;
    }
    boolean[] hit = new boolean[text.length()];
    for (String word : words) {
      for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
        for (int i = at; i < at + word.length(); i++) {
          hit[i] = true;
        }
      }
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    for (int i = 0; i < hit.length; i++) {
      if (hit[i] != (i > 0 && hit[i - 1])) {
        out.append('`');
      }
      out.append(text.charAt(i));
    }
    return hit.length > 0 && hit[hit.length - 1] ? out.append('`').toString() : out.toString();
  }
}
