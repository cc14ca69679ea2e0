package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.catalog.Reference;
import dev.smtpcode.cause.Evidence;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Comparison.Difference;
import dev.smtpcode.explain.Comparison.Subject;
import dev.smtpcode.explain.Explanation;
import dev.smtpcode.explain.Facts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The JSON that scripts build on: keys are stable and documented in the README, absent facts are
 * null. Each method gives one object on one line, without its line end.
 */
public final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Words words;

  public Json(Messages messages) {
    words = new Words(messages);
  }

  /** An answer of {@code explain}. */
  public String explanation(Explanation x) {
    return object(
        g -> {
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
            entry(g, e);
          }
          g.writeEndArray();
        });
  }

  /** A query that could not be understood. */
  public String error(String query, String error) {
    return object(
        g -> {
          g.writeStringField("query", query);
          g.writeStringField("error", error);
        });
  }

  /** The answer of {@code compare}. */
  public String comparison(Comparison comparison) {
    return object(
        g -> {
          g.writeArrayFieldStart("codes");
          for (Subject s : comparison.subjects()) {
            entry(g, ComparisonPage.telling(s.explanation()));
          }
          g.writeEndArray();
          g.writeArrayFieldStart("differences");
          for (Difference d : comparison.differences()) {
            g.writeStartObject();
            g.writeStringField("aspect", d.aspect());
            for (int i = 0; i < d.values().size(); i++) {
              g.writeStringField(
                  comparison.subjects().get(i).label(), words.value(d.values().get(i)));
            }
            g.writeEndObject();
          }
          g.writeEndArray();
          g.writeArrayFieldStart("advice");
          for (Subject s : comparison.subjects()) {
            g.writeStartObject();
            g.writeStringField("code", s.label());
            g.writeStringField("advice", ComparisonPage.telling(s.explanation()).texts().advice());
            g.writeEndObject();
          }
          g.writeEndArray();
        });
  }

  /** An entry on a line of its own, as {@code list} and {@code search} give it. */
  public String entry(Entry e) {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(out)) {
      entry(g, e);
    } catch (IOException x) {
      throw new UncheckedIOException(x);
    }
    return out.toString();
  }

  private static void entry(JsonGenerator g, Entry e) throws IOException {
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
    strings(g, "links", f.links());
    strings(g, "addresses", f.addresses());
    strings(g, "domains", f.domains());
    strings(g, "tickets", f.tickets());
    g.writeEndObject();
  }

  private static void strings(JsonGenerator g, String key, List<String> values) throws IOException {
    g.writeArrayFieldStart(key);
    for (String v : values) {
      g.writeString(v);
    }
    g.writeEndArray();
  }

  private interface Body {
    void write(JsonGenerator g) throws IOException;
  }

  private static String object(Body body) {
    StringWriter out = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(out)) {
      g.writeStartObject();
      body.write(g);
      g.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
