package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Comparison.Difference;
import dev.smtpcode.explain.Comparison.Subject;
import java.io.IOException;

/** The answer of {@code compare} in JSON. */
final class ComparisonJson {
  private ComparisonJson() {}

  static void write(JsonGenerator g, Comparison comparison, Words words) throws IOException {
    g.writeStartObject();
    g.writeArrayFieldStart("codes");
    for (Subject s : comparison.subjects()) {
      EntryJson.write(g, ComparisonPage.telling(s.explanation()));
    }
    g.writeEndArray();
    g.writeArrayFieldStart("differences");
    for (Difference d : comparison.differences()) {
      g.writeStartObject();
      g.writeStringField("aspect", d.aspect());
      for (int i = 0; i < d.values().size(); i++) {
        g.writeStringField(comparison.subjects().get(i).label(), words.value(d.values().get(i)));
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
    g.writeEndObject();
  }
}
