package dev.smtpcode.log.mail;

import dev.smtpcode.log.mail.Mail.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a message apart (RFC 2045 to 2047). What is broken is read as far as it goes: a message
 * whose parts cannot be found is one text.
 */
final class MailParser {
  /** Deeper nesting is no report. */
  private static final int MAX_DEPTH = 12;

  private static final int MAX_PARTS = 100;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderLen(-1)
          .setMaxHeaderCount(-1)
          .setMalformedHeaderStartsBody(false)
          .build();

  private final List<Part> parts = new ArrayList<>();
  private Header header;
  private Header partHeader = new Header();
  private int depth;

  private MailParser() {}

  /** Reads {@code message[from,to)}. */
  static Mail parse(byte[] message, int from, int to) {
    MailParser parser = new MailParser();
    int start = start(message, from, to);
    try {
      parser.read(new ByteArrayInputStream(message, start, to - start));
    } catch (IOException | MimeException | IllegalArgumentException broken) {
      // What came before the fault is kept.
    }
    if (parser.header == null) {
      parser.header = new Header();
    }
    if (parser.parts.isEmpty()) {
      String text = text(message, bodyStart(message, start, to), to, null);
      parser.parts.add(new Part("text/plain", parser.header, text));
    }
    return new Mail(parser.header, parser.parts);
  }

  /** Passes over empty lines and the envelope line of an mbox. */
  private static int start(byte[] b, int from, int to) {
    int i = from;
    while (i < to && (b[i] == '\n' || b[i] == '\r')) {
      i++;
    }
    while (to - i > 5
        && (b[i] == 'F' && b[i + 1] == 'r' && b[i + 2] == 'o' && b[i + 3] == 'm' && b[i + 4] == ' '
            || b[i] == '>' && b[i + 1] == 'F' && b[i + 2] == 'r' && b[i + 3] == 'o')) {
      while (i < to && b[i] != '\n') {
        i++;
      }
      i = Math.min(to, i + 1);
    }
    return i;
  }

  private static int bodyStart(byte[] b, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (b[i] == '\n' && (b[i + 1] == '\n' || b[i + 1] == '\r')) {
        return i + 1;
      }
    }
    return from;
  }

  private void read(InputStream in) throws IOException, MimeException {
    MimeTokenStream stream = new MimeTokenStream(CONFIG);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(in);
    EntityState state = stream.getState();
    while (state != EntityState.T_END_OF_STREAM) {
      switch (state) {
        case T_START_HEADER -> partHeader = new Header();
        case T_FIELD -> {
          String body = stream.getField().getBody();
          partHeader.add(stream.getField().getName(), body == null ? "" : body);
        }
        case T_END_HEADER -> header = header == null ? partHeader : header;
        case T_START_MULTIPART -> {
          if (++depth > MAX_DEPTH) {
            return;
          }
        }
        case T_END_MULTIPART -> depth--;
        case T_BODY -> {
          if (parts.size() >= MAX_PARTS) {
            return;
          }
          addPart(stream);
        }
        default -> {}
      }
      state = stream.next();
    }
  }

  private void addPart(MimeTokenStream stream) throws IOException {
    BodyDescriptor body = stream.getBodyDescriptor();
    String type = body.getMimeType().toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/") && !type.startsWith("message/")) {
      parts.add(new Part(type, partHeader, ""));
      return;
    }
    byte[] bytes;
    try (InputStream in = stream.getDecodedInputStream()) {
      bytes = in.readAllBytes();
    }
    String text = text(bytes, 0, bytes.length, body.getCharset());
    if (depth > 0 && (partHeader.has("received") || partHeader.has("return-path"))) {
      // A returned message without a header of its own for the part.
      parts.add(new Part("text/rfc822-headers", partHeader, text));
      return;
    }
    parts.add(new Part(type, partHeader, text));
  }

  /** Decodes with the stated charset where it is known and right, else UTF-8, else Latin-1. */
  private static String text(byte[] b, int from, int to, String stated) {
    Charset charset = charset(stated);
    if (charset != null) {
      return new String(b, from, to - from, charset);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(b, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  private static Charset charset(String stated) {
    if (stated == null || stated.equalsIgnoreCase("us-ascii")) {
      return null;
    }
    try {
      return Charset.forName(stated);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }
}
