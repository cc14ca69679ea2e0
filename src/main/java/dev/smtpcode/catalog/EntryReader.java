package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads entries token by token, so that explaining one code touches one file and builds one entry.
 * Unknown keys are passed over: the schema, not this reader, refuses them.
 */
final class EntryReader {
  private final JsonParser in;
  private final String language;

  EntryReader(JsonParser in, String language) {
    this.in = in;
    this.language = language;
  }

  /** What a file says of an entry beyond {@link Entry}; filled as the keys come. */
  static final class Extras {
    final List<String> wordings = new ArrayList<>();
    final Map<String, String> verdicts = new HashMap<>();
    final Map<String, String> actions = new HashMap<>();
    List<String> samples = List.of();
  }

  /**
   * Reads the entry whose opening brace is the current token.
   *
   * @param code the value of the key {@code code} where it was read already, else null
   */
  Entry read(String code, String provider, Extras extras) throws IOException {
    TextsDraft texts = new TextsDraft(language);
    String entryClass = null;
    List<String> whoActs = List.of();
    List<String> commands = List.of();
    List<String> associated = List.of();
    List<String> seeAlso = List.of();
    List<String> replies = List.of();
    List<String> phrases = List.of();
    List<Reference> references = List.of();
    Retry retry = Retry.NOT_NEEDED;
    String cause = null;
    boolean weak = false;
    boolean standard = provider == null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "code" -> code = in.getText();
        case "class" -> entryClass = in.getText();
        case "who-acts" -> whoActs = strings(in);
        case "commands" -> commands = strings(in);
        case "associated" -> associated = strings(in);
        case "see-also" -> seeAlso = strings(in);
        case "replies" -> replies = strings(in);
        case "phrases" -> phrases = strings(in);
        case "references" -> references = references();
        case "retry" -> retry = Retry.of(in.getText());
        case "cause" -> cause = in.getText();
        case "cause-strength" -> weak = in.getText().equals("weak");
        case "standard" -> standard = in.getBooleanValue();
        case "samples" -> extras.samples = strings(in);
        case "wordings" -> extras.wordings.addAll(strings(in));
        case "verdict" -> byClass(extras.verdicts);
        case "action" -> byClass(extras.actions);
        default -> {
          if (!texts.take(key, in)) {
            in.skipChildren();
          }
        }
      }
    }
    return new Entry(
        code,
        entryClass,
        texts.texts(),
        whoActs,
        retry,
        cause,
        weak,
        commands,
        standard,
        associated,
        seeAlso,
        references,
        provider,
        replies,
        phrases,
        false);
  }

  /**
   * Reads the texts whose opening brace is the current token; what is absent is taken from {@code
   * original}.
   */
  Texts readTexts(Texts original) throws IOException {
    TextsDraft texts = new TextsDraft(language, original);
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      if (!texts.take(key, in)) {
        in.skipChildren();
      }
    }
    return texts.texts();
  }

  /** Reads the array of strings that begins at the current token. */
  static List<String> strings(JsonParser in) throws IOException {
    List<String> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      list.add(in.getText());
    }
    return list;
  }

  /** A word for all classes, or an object with a word for each. */
  private void byClass(Map<String, String> into) throws IOException {
    if (in.currentToken() == JsonToken.VALUE_STRING) {
      into.put("", in.getText());
      return;
    }
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      into.put(key, in.getText());
    }
  }

  private List<Reference> references() throws IOException {
    List<Reference> list = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      String source = null;
      String section = null;
      String url = null;
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        String value = in.nextTextValue();
        switch (key) {
          case "source" -> source = value;
          case "section" -> section = value;
          case "url" -> url = value;
          default -> {}
        }
      }
      list.add(new Reference(source, section, url));
    }
    return list;
  }
}
