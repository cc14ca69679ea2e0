package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("JSON can be looked at on a terminal")
class JsonRendererTest {

  @Test
  @DisplayName("what a terminal might obey is escaped, the value is the same")
  void escapes() throws IOException {
    String hostile = "\u001b[31m \u007f \u009b31m \u202eright\u202c \u2028 \ufeff";
    String shown = new JsonRenderer().render(new FailurePage(hostile, "ที่ é 😀"));
    assertEquals(
        "{\"query\":\"\\u001B[31m \\u007F \\u009b31m \\u202eright\\u202c \\u2028 \\ufeff\","
            + "\"error\":\"ที่ é 😀\",\"cause\":\"unknown\"}\n",
        shown);
    assertEquals(hostile, new ObjectMapper().readTree(shown).get("query").asText());
  }
}
