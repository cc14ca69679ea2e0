package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of {@code list}.
 *
 * @param entries in the order in which they are shown
 */
public record ListPage(List<Entry> entries) implements TablePage {

  /** One line an entry. */
  @Override
  public List<Block> blocks() {
    List<Block.Field> lines = new ArrayList<>();
    for (Entry e : entries) {
      lines.add(new Block.Field(EntryRows.name(e), e.texts().title()));
    }
    return List.of(new Block.Fields(lines));
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    for (Entry e : entries) {
      EntryJson.write(out, e);
    }
  }

  @Override
  public List<List<String>> rows() {
    return EntryRows.of(entries);
  }
}
