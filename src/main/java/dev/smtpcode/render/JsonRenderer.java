package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.smtpcode.reply.Hostile;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes pages as JSON, each value on a line of its own. */
final class JsonRenderer implements Renderer {
  private static final JsonFactory FACTORY =
      new JsonFactory().setCharacterEscapes(new Escapes()).setRootValueSeparator("\n");

  @Override
  public String render(Page page) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(out)) {
      page.json(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // none is written to
    }
    return out.append('\n').toString();
  }

  @Override
  public boolean isForScripts() {
    return true;
  }

  /**
   * Escapes what a terminal might obey too, so that JSON can be looked at; its value is the same.
   */
  private static final class Escapes extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DELETE = 0x7f;

    private final int[] ascii = standardAsciiEscapesForJSON();

    Escapes() {
      ascii[DELETE] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
      return ascii.clone();
    }

    @Override
    public SerializableString getEscapeSequence(int c) {
      return Hostile.is(c) ? new SerializedString(Clean.escape((char) c)) : null;
    }
  }
}
