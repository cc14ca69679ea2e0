package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The words of the interface in one language, read from {@code
 * codes/lang/<language>/messages/*.json} when first needed: the first segment of a key names the
 * file. What is not translated is taken from English.
 */
public final class Messages {
  private final String language;
  private final Map<String, Map<String, String>> files = new HashMap<>();

  public Messages(String language) {
    this.language = language;
  }

  public String language() {
    return language;
  }

  /**
   * The text of a key.
   *
   * @param arguments replace {@code {0}}, {@code {1}} … in it; they may be messages themselves
   * @throws IllegalArgumentException for a key that English lacks
   */
  public String get(String key, Object... arguments) {
    String text = lookUp(language, key);
    if (text == null) {
      text = lookUp(FileReader.ENGLISH, key);
    }
    if (text == null) {
      throw new IllegalArgumentException("no such message: " + key);
    }
    return arguments.length == 0 ? text : fill(text, arguments);
  }

  /** The text under {@code key.which} where English has one, else that under {@code key}. */
  public String of(String key, String which) {
    String own = key + "." + which;
    return get(has(own) ? own : key);
  }

  /** The text of a message. */
  public String get(Message message) {
    return get(message.key(), message.arguments().toArray());
  }

  /** Whether English has this key. */
  public boolean has(String key) {
    return lookUp(FileReader.ENGLISH, key) != null;
  }

  private String lookUp(String lang, String key) {
    String file = "lang/" + lang + "/messages/" + key.substring(0, key.indexOf('.')) + ".json";
    Map<String, String> messages = files.get(file);
    if (messages == null) {
      messages = read(file);
      files.put(file, messages);
    }
    return messages.get(key);
  }

  /** All messages of a file, empty where there is none. */
  static Map<String, String> read(String file) {
    Map<String, String> messages = new HashMap<>();
    try (JsonParser in = CodeFiles.parser(file)) {
      if (in != null && FileReader.toObject(in, "messages")) {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          String key = in.currentName();
          messages.put(key, in.nextTextValue());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("codes/" + file, e);
    }
    return messages;
  }

  private String fill(String text, Object[] arguments) {
    StringBuilder out = new StringBuilder(text.length() + 32);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}') {
        int n = text.charAt(i + 1) - '0';
        if (n >= 0 && n < arguments.length) {
          out.append(arguments[n] instanceof Message m ? get(m) : arguments[n]);
          i += 2;
          continue;
        }
      }
      out.append(c);
    }
    return out.toString();
  }
}
