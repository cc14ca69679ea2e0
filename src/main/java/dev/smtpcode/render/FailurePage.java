package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;

/**
 * The page of a question that has no answer.
 *
 * @param complaint what is wrong with it, in a line
 */
public record FailurePage(String query, String complaint) implements Page {
  private static final String UNKNOWN = "unknown";

  @Override
  public List<Block> blocks() {
    return List.of(new Block.Paragraph(complaint));
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("query", query);
    out.writeStringField("error", complaint);
    out.writeStringField("cause", UNKNOWN);
    out.writeEndObject();
  }
}
