package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatField;
import dev.smtpcode.catalog.FormatFile;
import dev.smtpcode.catalog.FormatRule;
import dev.smtpcode.reply.EnhancedCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The events of records (JSON objects, rows of CSV), as a format's description tells them. */
final class RecordRules {
  private static final String ANY = "*";

  private final String format;
  private final List<FormatRule> rules;
  private final Needle[] replies;
  private final IdentityHashMap<FormatField, Slice> slices = new IdentityHashMap<>();
  private final Scratch scratch = new Scratch();
  private final StampReader stamps = new StampReader();

  RecordRules(FormatFile file) {
    format = file.id();
    rules = file.rules();
    replies = Needle.all(file.replies());
    for (FormatRule rule : rules) {
      for (List<FormatField> fields : rule.fields().values()) {
        for (FormatField f : fields) {
          if (!f.after().isEmpty() || !f.until().isEmpty()) {
            slices.put(f, new Slice(f));
          }
        }
      }
    }
  }

  /**
   * Reports the events of a record.
   *
   * @return whether it is a record of this format
   */
  boolean match(LogRecord record, LogEvent event, EventSink sink) {
    boolean known = false;
    for (FormatRule rule : rules) {
      if (!holds(rule.when(), record)) {
        continue;
      }
      known = true;
      if (rule.each() == null) {
        report(rule, record, event, sink);
      } else {
        for (LogRecord one : record.each(rule.each())) {
          report(rule, one, event, sink);
        }
      }
      break;
    }
    return known;
  }

  private static boolean holds(Map<String, List<String>> when, LogRecord record) {
    for (Map.Entry<String, List<String>> condition : when.entrySet()) {
      if (condition.getValue().contains(ANY)) {
        if (!record.has(condition.getKey())) {
          return false;
        }
        continue;
      }
      String value = record.text(condition.getKey());
      boolean one = false;
      for (String wanted : condition.getValue()) {
        one |= wanted.equalsIgnoreCase(value);
      }
      if (!one) {
        return false;
      }
    }
    return true;
  }

  private void report(FormatRule rule, LogRecord record, LogEvent event, EventSink sink) {
    if ("none".equals(rule.outcome())) {
      return;
    }
    String recipients = value(rule, "recipient", record);
    String texts = value(rule, "text", record);
    if (rule.separator() == null
        || recipients == null
        || recipients.indexOf(rule.separator()) < 0) {
      event(rule, record, recipients, texts, event, sink);
      return;
    }
    char separator = rule.separator().charAt(0);
    List<String> each = divided(recipients, separator);
    List<String> said = texts == null ? List.of() : divided(texts, separator);
    boolean oneEach = said.size() == each.size() && said.stream().allMatch(RecordRules::isStatus);
    for (int i = 0; i < each.size(); i++) {
      event(rule, record, each.get(i), oneEach ? said.get(i) : texts, event, sink);
    }
  }

  /** Whether a part begins like the status of a recipient, and is no part of one. */
  private static boolean isStatus(String part) {
    String p = part.strip();
    return !p.isEmpty()
        && (Character.isDigit(p.charAt(0)) || p.charAt(0) == '[' || p.charAt(0) == '{');
  }

  /** The parts between separators, those within braces left together. */
  private static List<String> divided(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == separator && depth <= 0) {
        parts.add(text.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(text.substring(start));
    return parts;
  }

  private void event(
      FormatRule rule,
      LogRecord record,
      String recipient,
      String text,
      LogEvent event,
      EventSink sink) {
    scratch.clear();
    int[] recipientAt = put(address(recipient));
    int[] textAt = put(text);
    int[] domainAt = put(value(rule, "domain", record));
    int[] relayAt = put(value(rule, "relay", record));
    int[] replyAt = put(value(rule, "reply", record));
    int[] enhancedAt = put(value(rule, "enhanced", record));
    int[] queueAt = put(value(rule, "queue", record));
    int[] timeAt = put(value(rule, "time", record));
    byte[] b = scratch.bytes();
    event.begin(b, format);
    event.outcome = Outcome.of(rule.outcome());
    event.expired = rule.expired();
    event.command = rule.command();
    event.text(textAt[0], textAt[1]);
    event.relay(relayAt[0], relayAt[1]);
    event.queue(queueAt[0], queueAt[1]);
    if (domainAt[1] > domainAt[0]) {
      event.domain(domainAt[0], domainAt[1]);
    }
    event.recipient(recipientAt[0], recipientAt[1]);
    event.enhanced = ReplyAt.enhanced(b, enhancedAt[0], enhancedAt[1]);
    event.replyAt(replyAt[0], replyAt[1]);
    if (event.reply == 0 || event.enhanced == 0) {
      event.codesInText(replies);
    }
    if (event.outcome == null) {
      int digit = event.reply != 0 ? event.reply / 100 : EnhancedCode.codeClass(event.enhanced);
      event.outcome =
          digit == 2
              ? Outcome.DELIVERED
              : digit == 4 ? Outcome.DEFERRED : digit == 5 ? Outcome.BOUNCED : null;
      if (event.outcome == null) {
        return;
      }
    }
    if (timeAt[1] > timeAt[0] && stamps.readAll(b, timeAt[0], timeAt[1])) {
      event.time = stamps.time();
      event.offset = stamps.offset();
    }
    sink.accept(event);
  }

  /** The address where a name stands before it: {@code Ann <ann@example.com>}. */
  private static String address(String recipient) {
    int open = recipient == null ? -1 : recipient.lastIndexOf('<');
    return open > 0 && recipient.endsWith(">") ? recipient.substring(open) : recipient;
  }

  private int[] put(String value) {
    if (value == null) {
      return new int[2];
    }
    scratch.put(value);
    return new int[] {scratch.from(), scratch.to()};
  }

  private String value(FormatRule rule, String name, LogRecord record) {
    List<FormatField> fields = rule.fields().get(name);
    if (fields == null) {
      return null;
    }
    for (FormatField f : fields) {
      String text = f.path().indexOf('+') > 0 ? joined(f.path(), record) : record.text(f.path());
      if (text != null && !f.not().contains(text)) {
        Slice slice = slices.get(f);
        if (slice == null) {
          return text;
        }
        byte[] b = text.getBytes(StandardCharsets.UTF_8);
        if (slice.find(b, 0, b.length)) {
          return new String(b, slice.from(), slice.to() - slice.from(), StandardCharsets.UTF_8);
        }
      }
    }
    return null;
  }

  /** Three paths joined by plus signs: the class, subject and detail of a code. */
  private static String joined(String paths, LogRecord record) {
    StringBuilder all = new StringBuilder();
    for (String path : divided(paths, '+')) {
      String part = record.text(path);
      if (part == null) {
        return null;
      }
      all.append(all.isEmpty() ? "" : ".").append(part);
    }
    return all.toString();
  }
}
