package dev.smtpcode.render;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.catalog.Reference;
import dev.smtpcode.explain.Comparison.Value;
import java.util.ArrayList;
import java.util.List;

/** The words for the keys that entries and comparisons carry, in the reader's language. */
final class Words {
  private final Messages messages;

  Words(Messages messages) {
    this.messages = messages;
  }

  String get(String key, Object... arguments) {
    return messages.get(key, arguments);
  }

  /** The words for a key, or those for its case {@code which} where there are such. */
  String of(String key, String which) {
    return messages.of(key, which);
  }

  /** Whether an entry is in another language than the reader's. */
  boolean isForeign(Entry e) {
    return !e.texts().language().equals(messages.language());
  }

  /** {@code 5xx}, {@code 5.x.x} … in words; null for what has no class. */
  String classOf(Entry e) {
    char digit = e.classDigit();
    return digit == 0 ? null : messages.get("value.class." + digit);
  }

  String whoActs(List<String> who) {
    List<String> names = new ArrayList<>();
    for (String w : who) {
      names.add(messages.get("value.who." + w));
    }
    return String.join(messages.get("value.then"), names);
  }

  String commands(List<String> commands) {
    List<String> names = new ArrayList<>();
    for (String c : commands) {
      names.add(messages.has("value.command." + c) ? messages.get("value.command." + c) : c);
    }
    return String.join(", ", names);
  }

  static String reference(Reference r) {
    return r.section() == null ? r.source() : r.source() + " § " + r.section();
  }

  String value(Value v) {
    if (v.text() != null) {
      return v.text();
    }
    String key = v.key();
    if (key.startsWith("who.")) {
      return whoActs(List.of(key.substring("who.".length()).split("\\+", -1)));
    }
    if (key.startsWith("commands:")) {
      return commands(List.of(key.substring("commands:".length()).split("\\+", -1)));
    }
    return messages.get("value." + key);
  }
}
