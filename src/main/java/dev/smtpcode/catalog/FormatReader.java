package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the log formats of {@code codes/formats/}. */
public final class FormatReader {
  private static final String FOLDER = "formats/";
  private static final String SUFFIX = ".json";

  private FormatReader() {}

  /**
   * All bundled formats, in the order of their names.
   *
   * @param withSamples whether their samples are wanted, which only tests and documentation do
   */
  public static List<FormatFile> bundled(boolean withSamples) {
    List<FormatFile> formats = new ArrayList<>();
    for (String file : CodeFiles.in(FOLDER)) {
      String id = file.substring(FOLDER.length(), file.length() - SUFFIX.length());
      formats.add(bundled(id, withSamples));
    }
    return formats;
  }

  /** The heads of all bundled formats, in the order of their names. */
  public static List<FormatHead> heads() {
    List<FormatHead> heads = new ArrayList<>();
    for (String line : CodeFiles.lines(FormatHead.INDEX)) {
      heads.add(FormatHead.ofLine(line));
    }
    return heads;
  }

  /** The bundled format of this id. */
  public static FormatFile bundled(String id, boolean withSamples) {
    String file = FOLDER + id + SUFFIX;
    try (JsonParser in = CodeFiles.parser(file)) {
      if (in == null) {
        throw new CatalogException("codes.error.missing", "codes/" + file);
      }
      return read(in, withSamples);
    } catch (IOException e) {
      throw new UncheckedIOException("codes/" + file, e);
    }
  }

  /** The format in a file of a user's own, checked against the schema before. */
  public static FormatFile read(JsonParser in, boolean withSamples) throws IOException {
    in.nextToken();
    Map<String, Object> o = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      in.nextToken();
      if (key.equals("samples") && !withSamples) {
        in.skipChildren();
      } else {
        o.put(key, JsonTree.read(in));
      }
    }
    List<FormatRule> rules = new ArrayList<>();
    for (Object rule : list(o.get("rules"))) {
      rules.add(rule((Map<?, ?>) rule));
    }
    List<FormatSample> samples = new ArrayList<>();
    for (Object sample : list(o.get("samples"))) {
      samples.add(sample((Map<?, ?>) sample));
    }
    return new FormatFile(
        text(o.get("format")),
        text(o.get("title")),
        text(o.get("about")),
        text(o.get("kind")),
        strings(o.get("programs")),
        strings(o.get("replies")),
        strings(o.get("columns")),
        text(o.get("header")),
        strings(o.get("envelopes")),
        rules,
        samples);
  }

  private static FormatRule rule(Map<?, ?> o) {
    Map<String, List<FormatField>> fields = new LinkedHashMap<>();
    map(o.get("fields")).forEach((name, spec) -> fields.put((String) name, alternatives(spec)));
    Map<String, List<String>> when = new LinkedHashMap<>();
    map(o.get("when")).forEach((path, values) -> when.put((String) path, strings(values)));
    Map<String, String> outcomes = new LinkedHashMap<>();
    map(o.get("outcomes"))
        .forEach((word, outcome) -> outcomes.put((String) word, (String) outcome));
    return new FormatRule(
        text(o.get("marker")),
        strings(o.get("begins")),
        strings(o.get("needs")),
        strings(o.get("refuses")),
        text(o.get("outcome")),
        outcomes,
        "true".equals(o.get("expired")),
        text(o.get("command")),
        fields,
        when,
        text(o.get("each")),
        text(o.get("separator")));
  }

  private static List<FormatField> alternatives(Object spec) {
    List<FormatField> fields = new ArrayList<>();
    for (Object one : spec instanceof List<?> some ? some : List.of(spec)) {
      fields.add(one instanceof String path ? path(path) : slice((Map<?, ?>) one));
    }
    return fields;
  }

  private static FormatField path(String path) {
    return new FormatField(path, List.of(), List.of(), false, false, null, List.of());
  }

  private static FormatField slice(Map<?, ?> o) {
    return new FormatField(
        text(o.get("path")),
        strings(o.get("after")),
        strings(o.get("until")),
        "true".equals(o.get("last")),
        "true".equals(o.get("behind")),
        text(o.get("then")),
        strings(o.get("not")));
  }

  private static FormatSample sample(Map<?, ?> o) {
    List<Map<String, String>> events = new ArrayList<>();
    for (Object event : list(o.get("events"))) {
      Map<String, String> facts = new LinkedHashMap<>();
      map(event).forEach((key, value) -> facts.put((String) key, (String) value));
      events.add(facts);
    }
    return new FormatSample(String.join("\n", strings(o.get("text"))), events);
  }

  private static String text(Object value) {
    return (String) value;
  }

  private static List<?> list(Object value) {
    return value == null ? List.of() : (List<?>) value;
  }

  private static Map<?, ?> map(Object value) {
    return value == null ? Map.of() : (Map<?, ?>) value;
  }

  /** A text alone stands for a list of one. */
  private static List<String> strings(Object value) {
    if (value instanceof String one) {
      return List.of(one);
    }
    List<String> all = new ArrayList<>();
    for (Object one : list(value)) {
      all.add((String) one);
    }
    return List.copyOf(all);
  }
}
