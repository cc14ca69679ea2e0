package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

/**
 * Exim's main log (the Exim specification, chapter 52). An address there may be a pipe, a file or
 * hold spaces, so its end is found by the fields that follow it, which a pattern cannot say.
 */
final class EximMatcher extends LineMatcher {
  private static final String ID = "exim";

  /** A message id and the space behind it are no longer. */
  private static final int MAX_ID = 26;

  private static final byte[] SMTP_ERROR = ascii("SMTP error from remote mail server after ");
  private static final byte[] LMTP_ERROR = ascii("LMTP error after ");
  private static final byte[] PRDR_ERROR = ascii("PRDR error after ");
  private static final byte[] REJECTED = ascii("rejected ");
  private static final byte[] RCPT = ascii("RCPT ");
  private static final byte[] CONFIRMATION = ascii(" C=\"");
  private static final byte[] HOST = ascii(" H=");
  private static final byte[] HOST_FIELD = ascii("H=");
  private static final byte[] USER_FIELD = ascii("U=");
  private static final byte[] COLON = ascii(": ");
  private static final byte[] ORIGINAL = ascii(" <");
  private static final byte[] DEFER = ascii(" defer (");
  private static final byte[] ROUTING_DEFER = ascii(" routing defer (");
  private static final byte[] BLACKHOLE = ascii("blackhole (");
  private static final byte[] WARNING = ascii(" Warning: ");
  private static final byte[] OLD_HOST = ascii(": host ");
  private static final byte[] RETRY_TIMEOUT = ascii("retry timeout exceeded");

  /** Fields any of which may be the first behind the addresses. */
  private static final byte[][] FIELDS = {
    ascii(" R="),
    ascii(" F=<"),
    ascii(" P=<"),
    ascii(" T="),
    ascii(" Q="),
    ascii(" H="),
    ROUTING_DEFER,
    DEFER,
    ascii(" : "),
    ascii(" SRS="),
    ascii(" mua_wrapper ")
  };

  /**
   * What a rejection may be of, behind {@code rejected}, where it is one of a message or recipient.
   */
  private static final byte[][] STAGES = {
    ascii("MAIL "),
    ascii("after DATA"),
    ascii("during MIME ACL checks"),
    ascii("by local_scan()"),
    ascii("by non-SMTP ACL"),
    ascii("by "),
    ascii("from "),
    ascii("connection "),
    ascii("EHLO "),
    ascii("HELO "),
    ascii("because "),
    ascii("DATA"),
    ascii("STARTTLS"),
    ascii("AUTH "),
    ascii("VRFY "),
    ascii("EXPN "),
    ascii("ETRN ")
  };

  private final StampReader stamps = new StampReader();

  EximMatcher() {
    super(ID);
  }

  @Override
  boolean match(byte[] b, int start, int to, LogEvent event, EventSink sink) {
    int from = start;
    if (to - from > 20 && Bytes.isDigit(b[from]) && b[from + 4] == '-') {
      int end = stamps.read(b, from, to); // its own stamp behind that of syslog
      if (end > 0 && end < to) {
        event.time = stamps.time();
        event.offset = stamps.offset();
        from = end + 1;
      }
    }
    if (from < to && b[from] == '[') {
      int close = Bytes.indexOf(b, from, Math.min(to, from + 16), ']');
      if (close > 0 && close + 1 < to && b[close + 1] == ' ' && Bytes.isDigit(b[from + 1])) {
        from = close + 2; // log_selector +pid
      }
    } else if (from + 4 < to
        && Bytes.isDigit(b[from])
        && Bytes.isDigit(b[from + 1])
        && Bytes.isDigit(b[from + 2])
        && b[from + 3] == ' ') {
      from += 4; // log_selector +millisec, parted from its stamp
    }
    int idEnd = messageId(b, from, to);
    if (idEnd < 0) {
      return saysWho(b, from, to) && rejection(b, from, from, from, to, event, sink);
    }
    int flag = idEnd + 1;
    if (flag + 3 < to && b[flag + 2] == ' ') {
      if (b[flag] == '<' && b[flag + 1] == '=') {
        return true; // a message came in; its subject may read like anything
      }
      Outcome outcome = outcome(b[flag], b[flag + 1]);
      if (outcome != null) {
        event.begin(b, format);
        event.queue(from, idEnd);
        event.outcome = outcome;
        return delivery(b, flag + 3, to, event, sink);
      }
    }
    rejection(b, from, idEnd, idEnd + 1, to, event, sink);
    return true; // with its message id it is surely Exim's
  }

  /** Whether it names the host or the local user; any line may hold the word "rejected". */
  private static boolean saysWho(byte[] b, int from, int to) {
    return Bytes.indexOf(b, from, to, HOST_FIELD) >= 0
        || Bytes.indexOf(b, from, to, USER_FIELD) >= 0;
  }

  private static Outcome outcome(byte first, byte second) {
    if (second == '>') {
      return first == '=' || first == '-' || first == '*' || first == '>'
          ? Outcome.DELIVERED
          : null;
    }
    if (first == '=' && second == '=') {
      return Outcome.DEFERRED;
    }
    return first == '*' && second == '*' ? Outcome.BOUNCED : null;
  }

  /**
   * The end of {@code 1tXyZa-000000005vi-0000}, or of {@code 1tXyZa-0005vi-00} as it was before
   * Exim 4.97; -1 where there is none. The first part grows with the clock.
   */
  private static int messageId(byte[] b, int from, int to) {
    int first = Bytes.indexOf(b, from, Math.min(to, from + MAX_ID), '-');
    int second = first < 0 ? -1 : Bytes.indexOf(b, first + 1, Math.min(to, from + MAX_ID), '-');
    int end = second < 0 ? -1 : Bytes.indexOf(b, second + 1, Math.min(to, from + MAX_ID), ' ');
    if (end < 0 || first - from < 6 || first - from > 8) {
      return -1;
    }
    int middle = second - first - 1;
    int last = end - second - 1;
    if (!(middle == 11 && last == 4) && !(middle == 6 && last == 2)) {
      return -1;
    }
    for (int i = from; i < end; i++) {
      if (!Bytes.isLetter(b[i]) && !Bytes.isDigit(b[i]) && b[i] != '-') {
        return -1;
      }
    }
    return end;
  }

  /** {@code address <original> R=router T=transport H=host [ip] …: text}. */
  private boolean delivery(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    if (Bytes.at(b, from, to, BLACKHOLE)) {
      event.text(from, to);
      sink.accept(event);
      return true;
    }
    int addresses = addressesEnd(b, from, to);
    addresses = recipient(b, from, addresses, event);
    int host = field(b, addresses, to, HOST);
    if (host >= 0) {
      int end = host;
      while (end < to && b[end] != ' ') {
        end++;
      }
      if (b[host] == '[') {
        event.relay(
            host, Bytes.indexOf(b, host, to, ']') < 0 ? end : Bytes.indexOf(b, host, to, ']'));
      } else if (b[host] == '(') {
        int bracket = Bytes.indexOf(b, end, to, '[');
        int close = bracket < 0 ? -1 : Bytes.indexOf(b, bracket, to, ']');
        event.relay(close < 0 ? host : bracket, close < 0 ? end : close);
      } else {
        event.relay(host, b[end - 1] == ':' ? end - 1 : end);
      }
    }
    if (event.outcome == Outcome.DELIVERED) {
      int confirmation = field(b, addresses, to, CONFIRMATION);
      if (confirmation >= 0) {
        int close = Bytes.lastIndexOf(b, confirmation, to, '"');
        event.text(confirmation, close < 0 ? to : close);
        event.replyAt(confirmation, event.textTo);
      }
    } else {
      int text = textFrom(b, addresses, host, to);
      event.text(text, to);
      if (host < 0) {
        oldHost(b, text, to, event);
      }
      replyInError(b, text, to, event);
      event.expired = Bytes.indexOf(b, addresses, to, RETRY_TIMEOUT) >= 0;
    }
    sink.accept(event);
    return true;
  }

  private static int addressesEnd(byte[] b, int from, int to) {
    int end = to;
    for (byte[] f : FIELDS) {
      int at = Bytes.indexOf(b, from, end, f);
      if (at >= 0) {
        end = at;
      }
    }
    return end;
  }

  /**
   * The original address in angle brackets where there is one, else the address itself.
   *
   * @return where the addresses end
   */
  private static int recipient(byte[] b, int from, int end, LogEvent event) {
    int to = end;
    if (to > from && b[to - 1] == '>') {
      int open = to - 2;
      while (open > from && !(b[open] == '<' && b[open - 1] == ' ')) {
        open--;
      }
      if (b[open] == '<') {
        event.recipient(open + 1, to - 1);
        return end;
      }
    }
    int colon = Bytes.indexOf(b, from, to, COLON);
    if (colon > from) {
      to = colon; // ** address: Unrouteable address
      int original = b[to - 1] == '>' ? Bytes.indexOf(b, from, to, ORIGINAL) : -1;
      if (original > from) {
        event.recipient(original + ORIGINAL.length, to - 1);
        return to;
      }
    }
    event.recipient(from, to > from && b[to - 1] == ':' ? to - 1 : to);
    return to;
  }

  /**
   * Behind a field's name, outside of the text that a remote server sent; -1 where it is not there.
   */
  private static int field(byte[] b, int from, int to, byte[] name) {
    int at = Bytes.indexOf(b, from, to, name);
    return at < 0 ? -1 : at + name.length;
  }

  /** Where a failure's text begins: behind the fields. */
  private static int textFrom(byte[] b, int addresses, int host, int to) {
    if (host >= 0) {
      int bracket = Bytes.indexOf(b, host, to, ']');
      int colon = bracket < 0 ? -1 : Bytes.indexOf(b, bracket, to, COLON);
      if (colon >= 0) {
        return colon + 2;
      }
    }
    int colon = Bytes.indexOf(b, addresses, to, COLON);
    return colon < 0 ? addresses : colon + 2;
  }

  /** Before version 4.88 the host stood in the text: {@code …: host mx.b [203.0.113.5]: 550 …}. */
  private static void oldHost(byte[] b, int from, int to, LogEvent event) {
    int at = Bytes.indexOf(b, from, to, OLD_HOST);
    int name = at + OLD_HOST.length;
    int end = at < 0 ? -1 : Bytes.indexOf(b, name, to, ' ');
    boolean named = end > name && !Bytes.isDigit(b[name]); // else the address twice
    if (named && end + 1 < to && b[end + 1] == '[') {
      event.relay(name, end);
    }
  }

  /** {@code SMTP error from remote mail server after RCPT TO:<a@b>: 550 …}. */
  private static void replyInError(byte[] b, int from, int to, LogEvent event) {
    for (byte[] lead : new byte[][] {SMTP_ERROR, LMTP_ERROR, PRDR_ERROR}) {
      int at = Bytes.indexOf(b, from, to, lead);
      if (at < 0) {
        continue;
      }
      for (int i = at + lead.length; i + 4 < to; i++) {
        if (b[i] == ':' && b[i + 1] == ' ' && ReplyAt.reply(b, i + 2, to) != 0) {
          event.replyAt(i + 2, to);
          return;
        }
      }
      return;
    }
    event.replyAt(from, to);
  }

  /** {@code H=(helo) [ip] F=<sender> temporarily rejected RCPT <a@b>: text}. */
  private boolean rejection(
      byte[] b, int queueFrom, int queueTo, int from, int to, LogEvent event, EventSink sink) {
    int at = Bytes.indexOf(b, from, to, REJECTED);
    if (at < 0 || at > from && b[at - 1] != ' ' || Bytes.indexOf(b, from, at, WARNING) >= 0) {
      return false;
    }
    int what = at + REJECTED.length;
    event.begin(b, format);
    event.outcome = Outcome.REJECTED;
    event.queue(queueFrom, queueTo);
    int rest = what;
    if (Bytes.at(b, what, to, RCPT)) {
      event.command = "RCPT";
      int address = what + RCPT.length;
      int end = address;
      if (address < to && b[address] == '<') {
        int close = closing(b, address, to);
        event.recipient(mailbox(b, address + 1, close), close);
        end = Math.min(close + 1, to);
      } else {
        while (end < to
            && b[end] != ' '
            && !(b[end] == ':' && (end + 1 == to || b[end + 1] == ' '))) {
          end++;
        }
        event.recipient(address, end);
      }
      rest = end;
    } else if (!stage(b, what, to)) {
      return false;
    }
    int colon = Bytes.indexOf(b, rest, to, COLON);
    if (colon >= 0) {
      event.text(colon + 2, to);
      event.replyAt(event.textFrom, to);
    } else {
      event.text(at, to);
    }
    sink.accept(event);
    return true;
  }

  /** Behind a source route: {@code @relay.example:bo@firma.example} (RFC 5321 appendix C). */
  private static int mailbox(byte[] b, int from, int to) {
    int colon = from < to && b[from] == '@' ? Bytes.indexOf(b, from, to, ':') : -1;
    return colon < 0 ? from : colon + 1;
  }

  private static boolean stage(byte[] b, int at, int to) {
    for (byte[] s : STAGES) {
      if (Bytes.at(b, at, to, s)) {
        return true;
      }
    }
    return false;
  }

  /** The bracket that closes the one at {@code open}: the last before the text. */
  private static int closing(byte[] b, int open, int to) {
    boolean quoted = false;
    for (int i = open + 1; i < to; i++) {
      if (b[i] == '\\') {
        i++;
      } else if (b[i] == '"') {
        quoted = !quoted;
      } else if (b[i] == '>' && !quoted) {
        return i;
      }
    }
    return to;
  }
}
