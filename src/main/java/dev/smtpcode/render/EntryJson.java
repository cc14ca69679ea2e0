package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Reference;
import java.io.IOException;
import java.util.List;

/** An entry of the catalogue in JSON: the same object wherever one stands. */
final class EntryJson {
  private EntryJson() {}

  static void write(JsonGenerator g, Entry e) throws IOException {
    g.writeStartObject();
    g.writeStringField("code", e.code());
    g.writeStringField("title", e.texts().title());
    g.writeStringField("class", e.entryClass());
    g.writeStringField("meaning", e.texts().meaning());
    g.writeStringField("when-seen", e.texts().whenSeen());
    strings(g, "fix", e.texts().fix());
    strings(g, "fix-receiver", e.texts().fixReceiver());
    if (!e.texts().avoid().isEmpty()) {
      strings(g, "avoid", e.texts().avoid());
    }
    g.writeStringField("advice", e.texts().advice());
    strings(g, "who-acts", e.whoActs());
    g.writeStringField("retry", e.retry().id());
    g.writeStringField("cause", e.cause());
    g.writeStringField("provider", e.provider());
    g.writeBooleanField("standard", e.standard());
    strings(g, "commands", e.commands());
    strings(g, "associated", e.associated());
    strings(g, "see-also", e.seeAlso());
    g.writeArrayFieldStart("references");
    for (Reference r : e.references()) {
      g.writeStartObject();
      g.writeStringField("source", r.source());
      g.writeStringField("section", r.section());
      g.writeStringField("url", r.link());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeStringField("language", e.texts().language());
    if (e.derived()) {
      g.writeBooleanField("derived", true);
    }
    g.writeEndObject();
  }

  static void strings(JsonGenerator g, String key, List<String> values) throws IOException {
    g.writeArrayFieldStart(key);
    for (String v : values) {
      g.writeString(v);
    }
    g.writeEndArray();
  }
}
