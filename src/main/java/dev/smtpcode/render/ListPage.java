package dev.smtpcode.render;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.explain.Search.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lays out lists of entries. */
public final class ListPage {
  private final Messages messages;

  public ListPage(Messages messages) {
    this.messages = messages;
  }

  /** One line an entry. */
  public List<Block> of(List<Entry> entries) {
    List<Block.Field> lines = new ArrayList<>();
    for (Entry e : entries) {
      lines.add(new Block.Field(name(e), e.texts().title()));
    }
    return List.of(new Block.Fields(lines));
  }

  /**
   * One line a hit, and the sentence that holds the words where the title does not.
   *
   * @param words in lower case
   */
  public List<Block> ofHits(List<Hit> hits, List<String> words, int most) {
    List<Block.Field> lines = new ArrayList<>();
    for (Hit hit : hits.subList(0, Math.min(most, hits.size()))) {
      lines.add(new Block.Field(name(hit.entry()), marked(hit.entry().texts().title(), words)));
      if (hit.excerpt() != null) {
        lines.add(new Block.Field("", marked(hit.excerpt().replace('`', '\''), words)));
      }
    }
    List<Block> page = new ArrayList<>();
    page.add(new Block.Fields(lines));
    if (hits.size() > most) {
      page.add(new Block.Note(messages.get("list.more", hits.size() - most)));
    }
    return page;
  }

  private static String name(Entry e) {
    return e.provider() == null ? e.code() : e.provider() + " " + e.code();
  }

  /** The words that were searched for, set as code. */
  private static String marked(String text, List<String> words) {
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
