package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.cause.Evidence;
import dev.smtpcode.explain.Explanation;
import dev.smtpcode.explain.Facts;
import java.io.IOException;

/** An answer of {@code explain} in JSON. */
final class ExplanationJson {
  private ExplanationJson() {}

  static void write(JsonGenerator g, Explanation x) throws IOException {
    g.writeStartObject();
    g.writeStringField("query", x.query());
    g.writeStringField("reply", x.reply());
    g.writeStringField("enhanced", x.enhanced());
    g.writeStringField("provider", x.provider());
    g.writeStringField("cause", x.cause());
    g.writeStringField("verdict", x.verdict() == null ? null : x.verdict().id());
    g.writeStringField("action", x.action());
    evidence(g, x.evidence());
    g.writeStringField("command", x.command());
    facts(g, x.facts());
    g.writeArrayFieldStart("entries");
    for (Entry e : x.entries()) {
      EntryJson.write(g, e);
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void evidence(JsonGenerator g, Evidence e) throws IOException {
    if (e == null) {
      g.writeNullField("evidence");
      return;
    }
    g.writeObjectFieldStart("evidence");
    g.writeStringField("kind", e.kind());
    g.writeStringField("found", e.found());
    g.writeEndObject();
  }

  private static void facts(JsonGenerator g, Facts f) throws IOException {
    g.writeObjectFieldStart("facts");
    if (f.retryAfter() == null) {
      g.writeNullField("retry-after");
    } else {
      g.writeNumberField("retry-after", f.retryAfter());
    }
    g.writeArrayFieldStart("lists");
    for (Facts.NamedList list : f.lists()) {
      g.writeStartObject();
      g.writeStringField("zone", list.zone());
      g.writeStringField("name", list.name());
      g.writeStringField("lookup", list.lookup());
      g.writeEndObject();
    }
    g.writeEndArray();
    EntryJson.strings(g, "links", f.links());
    EntryJson.strings(g, "addresses", f.addresses());
    EntryJson.strings(g, "domains", f.domains());
    EntryJson.strings(g, "tickets", f.tickets());
    g.writeEndObject();
  }
}
