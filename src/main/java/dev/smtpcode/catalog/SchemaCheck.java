package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Checks catalogue files against the schemas in {@code codes/schema}. */
public final class SchemaCheck {
  /** Where the schemas are said to lie; nothing is fetched. */
  private static final String BASE = "https://smtpcode.invalid/schema/";

  private static final String SUFFIX = ".schema.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SchemaRegistry schemas =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(SchemaCheck::text));

  /**
   * Checks a file.
   *
   * @return the kind of file, such as {@code replies}
   * @throws CatalogException where it is no JSON, names no known schema or breaks it; the message
   *     names file, line and field
   */
  public String kindOf(Path file) {
    byte[] bytes;
    JsonNode document;
    try {
      bytes = Files.readAllBytes(file);
      document = JSON.readTree(bytes);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new CatalogException(
          e, "codes.error.json", file, at == null ? 1 : at.getLineNr(), fault(e));
    } catch (IOException e) {
      throw new CatalogException(e, "codes.error.unreadable", file, String.valueOf(e.getMessage()));
    }
    String name = document.path("$schema").asText();
    name = name.substring(name.lastIndexOf('/') + 1);
    if (!name.endsWith(SUFFIX) || text(BASE + name) == null) {
      throw new CatalogException("codes.error.schema", file, "replies" + SUFFIX);
    }
    List<Error> errors =
        schemas.getSchema(SchemaLocation.of(BASE + name)).validate(withAnyPath(document, name));
    if (!errors.isEmpty()) {
      Error first = errors.get(0);
      String pointer = pointer(first);
      throw new CatalogException(
          "codes.error.field",
          file,
          lineOf(bytes, pointer),
          pointer.isEmpty() ? Message.of("codes.document") : pointer.substring(1),
          rule(first));
    }
    return name.substring(0, name.length() - SUFFIX.length());
  }

  /** The rule that is broken, in our words where we have some for it. */
  private static Object rule(Error error) {
    String key = "codes.rule." + error.getMessageKey().toLowerCase(Locale.ROOT);
    if (!new Messages(FileReader.ENGLISH).has(key)) {
      return error.getMessage();
    }
    return error.getArguments() == null ? Message.of(key) : Message.of(key, error.getArguments());
  }

  /** What is wrong, without the parser's remarks on where it began, which name no file. */
  private static String fault(JsonProcessingException e) {
    String message = e.getOriginalMessage();
    for (String remark : new String[] {" (for ", " (start marker at "}) {
      int at = message.indexOf(remark);
      message = at < 0 ? message : message.substring(0, at);
    }
    return message;
  }

  /**
   * The bundled files' {@code $schema} is relative to where they lie; a user's may be anything
   * before the name.
   */
  private static JsonNode withAnyPath(JsonNode document, String name) {
    JsonNode expected = constant(name);
    if (expected.isMissingNode()) {
      return document;
    }
    return ((com.fasterxml.jackson.databind.node.ObjectNode) document).set("$schema", expected);
  }

  private static JsonNode constant(String name) {
    try {
      return JSON.readTree(text(BASE + name)).path("properties").path("$schema").path("const");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the error is; a missing or unknown property is named with its parent. */
  private static String pointer(Error error) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < error.getInstanceLocation().getNameCount(); i++) {
      out.append('/').append(error.getInstanceLocation().getElement(i));
    }
    return out.toString();
  }

  /** The line, from 1, on which the value at a JSON pointer begins. */
  private static int lineOf(byte[] bytes, String pointer) {
    try (JsonParser in = JSON.createParser(bytes)) {
      for (JsonToken t = in.nextToken(); t != null; t = in.nextToken()) {
        if (t != JsonToken.END_OBJECT
            && t != JsonToken.END_ARRAY
            && in.getParsingContext().pathAsPointer().toString().equals(pointer)) {
          return in.currentTokenLocation().getLineNr();
        }
      }
      return 1;
    } catch (IOException e) {
      return 1;
    }
  }

  /** The text of a bundled schema, or null for any other address. */
  private static String text(String iri) {
    if (!iri.startsWith(BASE)) {
      return null;
    }
    try (InputStream in = CodeFiles.open("schema/" + iri.substring(BASE.length()))) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
