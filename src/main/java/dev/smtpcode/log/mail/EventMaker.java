package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.DeliveryEvent;
import dev.smtpcode.log.Outcome;
import dev.smtpcode.reply.EnhancedCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

/** Makes the event of what a report says about a recipient: finds codes, cause and provider. */
final class EventMaker {
  private static final int MAX_LINES = 200;
  private static final List<String> BEFORE_HOST = List.of("host", "connect to", "talking to");
  private static final int MAX_TEXT = 2_000;

  /** How long the note behind a reply may be that names the command: {@code (in reply to ...)}. */
  private static final int MAX_NOTE = 60;

  /** Keeps words of two texts from making a phrase together. */
  private static final String APART = " | ";

  private static final Set<String> BY_WORDS = Set.of("phrase", "provider");

  private final RuleSet rules;
  private final List<String> codeLabels;
  private final Classifier classifier;

  EventMaker(RuleSet rules, MailWording wording) {
    this.rules = rules;
    this.codeLabels = wording.of(MailWording.Use.CODE_LABELS);
    this.classifier = new Classifier(rules);
  }

  DeliveryEvent make(Origin origin, String format, Failure f, String mailDate) {
    String domain =
        f.recipient() == null || f.recipient().indexOf('@') < 0
            ? null
            : Addresses.domain(f.recipient());
    String text = clean(withoutType(f.diagnostic()));
    String context = clean(f.context());
    String said = text.isEmpty() ? context : text;
    Reply reply = codes(f);
    String relay = f.remote() != null ? f.remote() : host(said);
    String time = time(f.time(), mailDate);
    String enhanced = EnhancedCode.text(reply.enhanced());
    String code = reply.reply() == 0 ? null : Integer.toString(reply.reply());
    if (f.outcome() == Outcome.DELIVERED) {
      String accepted = code == null ? Reply.accepting(text) : code;
      return new DeliveryEvent(
          origin.source(),
          origin.line(),
          time,
          format,
          f.outcome(),
          accepted,
          enhanced,
          null,
          "none",
          "none",
          providerOf(relay, domain),
          f.recipient(),
          domain,
          relay,
          shortened(said));
    }
    Classification c = classify(f, text, context, reply, provider(relay, domain));
    return new DeliveryEvent(
        origin.source(),
        origin.line(),
        time,
        format,
        f.outcome(),
        code,
        enhanced,
        c.cause(),
        c.verdict().id(),
        c.action(),
        c.provider(),
        f.recipient(),
        domain,
        relay,
        shortened(said));
  }

  /** An event that is no delivery attempt: a complaint or an automatic answer. */
  DeliveryEvent note(
      Origin origin,
      String format,
      Outcome outcome,
      String recipient,
      String text,
      String mailDate) {
    String domain = recipient == null ? null : Addresses.domain(recipient);
    return new DeliveryEvent(
        origin.source(),
        origin.line(),
        time(null, mailDate),
        format,
        outcome,
        null,
        null,
        null,
        "none",
        "none",
        providerOf(null, domain),
        recipient,
        domain,
        null,
        shortened(clean(text)));
  }

  /** The codes of the diagnostic text; what it leaves open, of the rest of the report. */
  private Reply codes(Failure f) {
    Reply own = codes(withoutType(f.diagnostic()), f.recipient());
    Reply other =
        own.reply() != 0 && own.enhanced() != 0 ? Reply.NONE : codes(f.context(), f.recipient());
    int status = statusOf(f.status());
    int statusClass = EnhancedCode.codeClass(status);
    int reply = own.reply();
    if (reply == 0 && (statusClass == 0 || other.reply() / 100 == statusClass)) {
      reply = other.reply();
    }
    int enhanced = Reply.preferred(status, new Reply(reply, own.enhanced()));
    if (isVague(enhanced) && other.enhanced() != 0 && (reply == 0 || reply == other.reply())) {
      enhanced = Reply.preferred(enhanced, new Reply(reply, other.enhanced()));
    }
    return new Reply(reply, isExpired(enhanced) ? before(enhanced, f.context()) : enhanced);
  }

  /** The first codes of a text, but for those of lines that are about another recipient. */
  private Reply codes(String text, String address) {
    Reply all = Reply.in(text, codeLabels);
    if (address == null || all.reply() == 0 || text.indexOf('\n') < 0) {
      return all;
    }
    for (String line : text.split("\n", MAX_LINES)) {
      Reply reply = line.indexOf('@') < 0 ? Reply.NONE : Reply.in(line, codeLabels);
      List<String> about = reply.reply() == 0 ? List.of() : Addresses.all(line);
      if (about.stream().anyMatch(address::equalsIgnoreCase)) {
        return reply.reply() == all.reply() ? all : reply;
      }
      if (reply.reply() == 0 ? Reply.isIn(line) : about.isEmpty()) {
        return all;
      }
    }
    return all;
  }

  /** Whether it says only that the queue gave up (X.4.7). */
  private static boolean isExpired(int enhanced) {
    return EnhancedCode.subject(enhanced) == 4 && EnhancedCode.detail(enhanced) == 7;
  }

  /**
   * The code of a refusal that the report quotes from before the message expired; else that code.
   */
  private int before(int expired, String context) {
    for (String line : context == null ? new String[0] : context.split("\n", MAX_LINES)) {
      int enhanced = Reply.in(line, codeLabels).enhanced();
      if (enhanced != 0 && !isExpired(enhanced) && !isVague(enhanced)) {
        return enhanced;
      }
    }
    return expired;
  }

  private static boolean isVague(int enhanced) {
    return enhanced == 0
        || EnhancedCode.subject(enhanced) == 0 && EnhancedCode.detail(enhanced) == 0;
  }

  private static int statusOf(String field) {
    if (field == null) {
      return 0;
    }
    String s = field.strip();
    int end = 0;
    while (end < s.length() && (s.charAt(end) == '.' || Character.isDigit(s.charAt(end)))) {
      end++;
    }
    return EnhancedCode.parse(s.substring(0, end));
  }

  /** By the diagnostic text; where its words say nothing, with the rest of the report. */
  private Classification classify(
      Failure f, String text, String context, Reply reply, int provider) {
    ReplyClass fallback =
        f.outcome() == Outcome.DEFERRED ? ReplyClass.TRANSIENT : ReplyClass.PERMANENT;
    Classification first = classify(text, reply, -1, fallback, provider);
    if (context.isEmpty()) {
      return first;
    }
    int command = classifier.command() == null ? commandAfter(text, context) : -1;
    if (command >= 0) {
      first = classify(text, reply, command, fallback, provider);
    }
    if (BY_WORDS.contains(first.evidence().kind())) {
      return first;
    }
    Classification second = classify(text + APART + context, reply, command, fallback, provider);
    return BY_WORDS.contains(second.evidence().kind()) || first.cause().equals("unknown")
        ? second
        : first;
  }

  /**
   * The command that the words for people name behind the reply, where they quote it; or -1: the
   * diagnostic code itself is without it.
   */
  private int commandAfter(String reply, String words) {
    int at = reply.isEmpty() ? -1 : words.indexOf(reply);
    if (at < 0) {
      return -1;
    }
    int from = at + reply.length();
    return classifier.commandIn(words.substring(from, Math.min(words.length(), from + MAX_NOTE)));
  }

  private Classification classify(
      String text, Reply reply, int command, ReplyClass fallback, int provider) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    return classifier.classify(
        b, 0, b.length, reply.reply(), reply.enhanced(), command, fallback, provider);
  }

  private int provider(String relay, String domain) {
    int found = relay == null ? -1 : providerOfHost(relay);
    return found >= 0 || domain == null ? found : providerOfHost(domain);
  }

  private String providerOf(String relay, String domain) {
    return rules.providerId(provider(relay, domain));
  }

  private int providerOfHost(String host) {
    byte[] b = host.getBytes(StandardCharsets.UTF_8);
    return rules.providerOfHost(b, 0, b.length);
  }

  /** The name of the remote host that a text speaks of; or null. */
  private static String host(String text) {
    for (String lead : BEFORE_HOST) {
      for (int at = text.indexOf(lead); at >= 0; at = text.indexOf(lead, at + 1)) {
        int from = at + lead.length();
        while (from < text.length() && (text.charAt(from) == ':' || text.charAt(from) == ' ')) {
          from++;
        }
        int end = from;
        while (end < text.length() && isHostName(text.charAt(end))) {
          end++;
        }
        while (end > from && ".:".indexOf(text.charAt(end - 1)) >= 0) {
          end--;
        }
        boolean word = at == 0 || text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == '(';
        String name = text.substring(from, end);
        if (word && from > at + lead.length() && name.indexOf('.') > 0) {
          return name;
        }
      }
    }
    return null;
  }

  private static boolean isHostName(char c) {
    return Character.isLetterOrDigit(c) || ".-:_".indexOf(c) >= 0;
  }

  private static String clean(String text) {
    return text == null ? "" : Phrases.spaced(text);
  }

  /** A diagnostic code (RFC 3464 section 2.3.6) without its type. */
  private static String withoutType(String diagnostic) {
    if (diagnostic == null) {
      return null;
    }
    int semicolon = diagnostic.indexOf(';');
    if (semicolon > 0 && semicolon < 12) {
      String type = Phrases.normal(diagnostic.substring(0, semicolon));
      if (type.equals("smtp") || type.equals("lmtp") || type.startsWith("x-")) {
        return diagnostic.substring(semicolon + 1).strip();
      }
    }
    return diagnostic;
  }

  private static String shortened(String text) {
    return text.isEmpty() ? null : text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /** The first of the dates that is one, as ISO 8601; or null. */
  private static String time(String... dates) {
    for (String date : dates) {
      String iso = date == null ? null : iso(date);
      if (iso != null) {
        return iso;
      }
    }
    return null;
  }

  /** A date of RFC 5322 section 3.3; its day of the week, which may be wrong, is left out. */
  private static String iso(String date) {
    int comment = date.indexOf('(');
    String plain = comment < 0 ? date : date.substring(0, comment);
    plain = Phrases.spaced(plain.substring(plain.indexOf(',') + 1));
    try {
      return OffsetDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME)
          .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    } catch (DateTimeException notADate) {
      return null;
    }
  }
}
