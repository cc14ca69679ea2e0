package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Message;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.scan.Summary;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A scan's summary in JSON. */
final class ScanJson {
  private ScanJson() {}

  static void write(JsonGenerator g, Summary s, Catalog catalog) throws IOException {
    g.writeStartObject();
    g.writeBooleanField("partial", s.partial());
    g.writeNumberField("events", s.events());
    g.writeNumberField("failures", s.failures());
    outcomes(g, s.outcomes());
    g.writeStringField("from", s.span() == null ? null : s.span().from());
    g.writeStringField("to", s.span() == null ? null : s.span().to());
    g.writeNumberField("sources", s.input().sources());
    g.writeNumberField("lines", s.input().lines());
    g.writeNumberField("bytes", s.input().bytes());
    g.writeNumberField("cut", s.input().cut());
    g.writeNumberField("untimed", s.input().untimed());
    g.writeObjectFieldStart("formats");
    for (Map.Entry<String, Long> f : s.formats().entrySet()) {
      g.writeNumberField(f.getKey(), f.getValue());
    }
    g.writeEndObject();
    messages(g, s.messages());
    g.writeArrayFieldStart("causes");
    for (Summary.CauseCount c : s.causes()) {
      cause(g, c);
    }
    g.writeEndArray();
    g.writeArrayFieldStart("codes");
    for (Summary.CodeCount c : s.codes()) {
      g.writeStartObject();
      g.writeStringField("reply", c.reply());
      g.writeStringField("enhanced", c.enhanced());
      g.writeNumberField("count", c.count());
      g.writeStringField("cause", c.cause());
      sample(g, c.sample());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeArrayFieldStart("domains");
    for (Summary.DomainCount d : s.domains()) {
      g.writeStartObject();
      g.writeStringField("domain", d.domain());
      g.writeNumberField("count", d.failures());
      g.writeStringField("cause", d.cause());
      outcomes(g, d.outcomes());
      g.writeEndObject();
    }
    g.writeEndArray();
    keys(g, "providers", "provider", s.providers());
    g.writeArrayFieldStart("hours");
    for (Summary.HourCount h : s.hours()) {
      g.writeStartObject();
      g.writeStringField("hour", h.hour());
      outcomes(g, h.outcomes());
      g.writeEndObject();
    }
    g.writeEndArray();
    group(g, s.group());
    g.writeNumberField("error", s.error());
    g.writeArrayFieldStart("unread");
    Messages english = new Messages("en");
    for (Message u : s.input().unread()) {
      g.writeString(english.get(u));
    }
    g.writeEndArray();
    g.writeArrayFieldStart("silent");
    for (Summary.SourceCount u : s.input().silent()) {
      g.writeString(u.name());
    }
    g.writeEndArray();
    g.writeArrayFieldStart("advice");
    for (ScanAdvice.Step step : ScanAdvice.of(s, catalog)) {
      g.writeStartObject();
      g.writeStringField("action", step.action());
      g.writeNumberField("count", step.count());
      g.writeStringField("advice", step.advice());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void messages(JsonGenerator g, Summary.Messages m) throws IOException {
    g.writeObjectFieldStart("messages");
    g.writeNumberField("all", m.all());
    g.writeNumberField("delivered", m.delivered());
    g.writeNumberField("deferred", m.deferred());
    g.writeNumberField("recovered", m.deferredThenDelivered());
    g.writeNumberField("given-up", m.deferredThenBounced());
    g.writeNumberField("waiting", m.stillDeferred());
    g.writeNumberField("expired", m.expired());
    g.writeNumberField("unknown", m.unknown());
    g.writeNumberField("sampled", m.sampled());
    g.writeEndObject();
  }

  private static void cause(JsonGenerator g, Summary.CauseCount c) throws IOException {
    g.writeStartObject();
    g.writeStringField("cause", c.cause());
    g.writeStringField("verdict", c.verdict());
    g.writeStringField("action", c.action());
    g.writeNumberField("count", c.count());
    outcomes(g, c.outcomes());
    keys(g, "codes", "code", c.codes());
    keys(g, "domains", "domain", c.domains());
    sample(g, c.sample());
    g.writeEndObject();
  }

  private static void sample(JsonGenerator g, Summary.Sample sample) throws IOException {
    g.writeStringField("sample", sample == null ? null : sample.text());
  }

  private static void keys(JsonGenerator g, String name, String key, List<Summary.KeyCount> counts)
      throws IOException {
    g.writeArrayFieldStart(name);
    for (Summary.KeyCount k : counts) {
      g.writeStartObject();
      g.writeStringField(key, k.key());
      g.writeNumberField("count", k.count());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void group(JsonGenerator g, Summary.Group group) throws IOException {
    if (group == null) {
      g.writeNullField("group");
      return;
    }
    g.writeObjectFieldStart("group");
    g.writeStringField("by", group.by().id());
    g.writeArrayFieldStart("rows");
    for (Summary.GroupRow r : group.rows()) {
      g.writeStartObject();
      g.writeStringField("key", r.key());
      g.writeNumberField("count", r.failures());
      outcomes(g, r.outcomes());
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeNumberField("others", group.others());
    g.writeEndObject();
  }

  private static void outcomes(JsonGenerator g, Map<Outcome, Long> outcomes) throws IOException {
    g.writeObjectFieldStart("outcomes");
    for (int i = 0; i < Outcome.count(); i++) {
      g.writeNumberField(Outcome.at(i).id(), outcomes.getOrDefault(Outcome.at(i), 0L));
    }
    g.writeEndObject();
  }
}
