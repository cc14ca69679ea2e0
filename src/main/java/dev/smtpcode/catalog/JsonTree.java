package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as plain maps, lists and strings; numbers and booleans as they are written, null as null.
 * For what is too irregular to be read token by token. Depth and lengths are limited, for the input
 * may be anyone's.
 */
public final class JsonTree {
  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 4 << 20;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .build())
          .build();

  private JsonTree() {}

  /** A parser of {@code b[from,to)}. */
  public static JsonParser parser(byte[] b, int from, int to) throws IOException {
    return JSON.createParser(b, from, to - from);
  }

  public static JsonParser parser(InputStream in) throws IOException {
    return JSON.createParser(in);
  }

  public static JsonParser parser(String text) throws IOException {
    return JSON.createParser(text);
  }

  /** The value that begins at the parser's current token. */
  public static Object read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, Object> map = new LinkedHashMap<>();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String key = in.currentName();
        in.nextToken();
        map.put(key, read(in));
      }
      return map;
    }
    if (token == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(in));
      }
      return list;
    }
    return token == JsonToken.VALUE_NULL ? null : in.getText();
  }
}
