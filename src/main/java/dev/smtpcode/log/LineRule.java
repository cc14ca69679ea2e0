package dev.smtpcode.log;

import dev.smtpcode.catalog.FormatField;
import dev.smtpcode.catalog.FormatRule;
import dev.smtpcode.reply.EnhancedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One kind of event line, made ready for matching. */
final class LineRule {
  private static final String BY_CODE = "by-code";
  private static final String NO_EVENT = "none";
  private static final List<String> FACTS =
      List.of("queue", "recipient", "domain", "relay", "enhanced", "reply", "text");
  private static final int QUEUE = 0;
  private static final int RECIPIENT = 1;
  private static final int DOMAIN = 2;
  private static final int RELAY = 3;
  private static final int ENHANCED = 4;
  private static final int REPLY = 5;

  final Needle marker;

  /** What the message begins with, behind an id or without; one of them; empty for anything. */
  final Needle[] begins;

  private final Needle[] needs;
  private final Needle[] refuses;
  private final Outcome fixed;
  private final boolean byCode;

  /** Whether its lines are known to be no events. */
  final boolean none;

  private final Needle[] words;
  private final Outcome[] outcomes;
  private final boolean expired;
  private final String command;
  private final int[] facts;
  private final Slice[][] alternatives;
  private final byte separator;

  LineRule(FormatRule rule) {
    marker = new Needle(rule.marker());
    begins = Needle.all(rule.begins());
    needs = Needle.all(rule.needs());
    refuses = Needle.all(rule.refuses());
    byCode = BY_CODE.equals(rule.outcome());
    none = NO_EVENT.equals(rule.outcome());
    fixed = Outcome.of(rule.outcome());
    words = new Needle[rule.outcomes().size()];
    outcomes = new Outcome[words.length];
    int n = 0;
    for (String word : longerFirst(rule.outcomes().keySet())) {
      words[n] = new Needle(word);
      outcomes[n] = Outcome.of(rule.outcomes().get(word));
      n++;
    }
    expired = rule.expired();
    command = rule.command();
    separator = rule.separator() == null ? 0 : (byte) rule.separator().charAt(0);
    facts = new int[rule.fields().size()];
    alternatives = new Slice[facts.length][];
    n = 0;
    for (Map.Entry<String, List<FormatField>> e : rule.fields().entrySet()) {
      facts[n] = FACTS.indexOf(e.getKey());
      List<Slice> slices = new ArrayList<>();
      for (FormatField f : e.getValue()) {
        slices.add(new Slice(f));
      }
      alternatives[n] = slices.toArray(new Slice[0]);
      n++;
    }
  }

  /** The words in their order, but each before those that it begins with. */
  private static List<String> longerFirst(Set<String> words) {
    List<String> ordered = new ArrayList<>();
    for (String word : words) {
      int at = 0;
      while (at < ordered.size() && !word.startsWith(ordered.get(at))) {
        at++;
      }
      ordered.add(at, word);
    }
    return ordered;
  }

  /**
   * Where a message begins as those of this rule do: at {@code behind}, which is behind its id, or
   * at {@code from}; -1 for nowhere.
   */
  int begin(byte[] b, int from, int behind, int to) {
    for (Needle n : begins) {
      if (n.at(b, behind, to)) {
        return behind;
      }
      if (n.at(b, from, to)) {
        return from;
      }
    }
    return begins.length == 0 ? from : -1;
  }

  /**
   * Reads {@code b[from,to)}, whose marker stands at {@code at}, into the event and reports it.
   *
   * @return false where it is no line of this rule
   */
  boolean read(
      byte[] b, int from, int at, int to, LogEvent event, Needle[] replies, EventSink sink) {
    for (Needle n : needs) {
      if (n.in(b, from, at) < 0) {
        return false;
      }
    }
    for (Needle n : refuses) {
      if (n.in(b, from, to) >= 0) {
        return false;
      }
    }
    if (none) {
      return true;
    }
    int rest = at + marker.length();
    Outcome outcome = fixed;
    if (words.length > 0) {
      int word = word(b, rest, to);
      if (word >= 0) {
        outcome = outcomes[word];
        if (outcome == null) {
          return false;
        }
        rest += words[word].length();
      } else if (!byCode && outcome == null) {
        return false;
      }
    }
    event.outcome = outcome;
    event.expired = expired;
    event.command = command;
    int recipientFrom = 0;
    int recipientTo = 0;
    int cursor = from;
    int wanted = event.brief && outcome == Outcome.DELIVERED ? DOMAIN : Integer.MAX_VALUE;
    for (int k = 0; k < facts.length; k++) {
      if (facts[k] > wanted) {
        continue;
      }
      for (Slice s : alternatives[k]) {
        boolean found;
        if (s.behind()) {
          found = s.find(b, rest, to);
        } else {
          found = s.find(b, cursor, at) || cursor > from && s.find(b, from, at);
          if (found) {
            cursor = s.to();
          }
        }
        if (!found) {
          continue;
        }
        switch (facts[k]) {
          case QUEUE -> event.queue(s.from(), s.to());
          case RECIPIENT -> {
            recipientFrom = s.from();
            recipientTo = s.to();
          }
          case DOMAIN -> event.domain(s.from(), s.to());
          case RELAY -> event.relay(s.from(), s.to());
          case ENHANCED -> event.enhanced = EnhancedCode.parse(b, s.from(), s.to());
          case REPLY -> event.replyAt(s.from(), s.to());
          default -> event.text(s.from(), s.to());
        }
        break;
      }
    }
    if (event.reply == 0 && event.textTo > event.textFrom) {
      event.codesInText(replies);
    }
    if (event.outcome == null) {
      event.outcome = outcomeByCode(event);
      if (event.outcome == null) {
        return false;
      }
    }
    report(b, recipientFrom, recipientTo, event, sink);
    return true;
  }

  private void report(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    int start = from;
    while (separator != 0) {
      int comma = Bytes.indexOf(b, start, to, separator);
      if (comma < 0) {
        break;
      }
      event.recipient(start, comma);
      sink.accept(event);
      start = comma + 1;
    }
    if (to > start) {
      event.recipient(start, to);
    }
    sink.accept(event);
  }

  /** The word that stands at {@code at}, or -1. */
  private int word(byte[] b, int at, int to) {
    for (int i = 0; i < words.length; i++) {
      int end = at + words[i].length();
      if (words[i].at(b, at, to) && (end >= to || !Bytes.isLetter(b[end]))) {
        return i;
      }
    }
    return -1;
  }

  private static Outcome outcomeByCode(LogEvent event) {
    int digit = EnhancedCode.codeClass(event.enhanced);
    if (digit == 0) {
      digit = event.reply / 100;
    }
    return switch (digit) {
      case 2 -> Outcome.DELIVERED;
      case 4 -> Outcome.DEFERRED;
      case 5 -> Outcome.BOUNCED;
      default -> null;
    };
  }
}
