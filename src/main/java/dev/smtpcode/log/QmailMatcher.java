package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

import java.nio.charset.StandardCharsets;

/**
 * qmail-send and its forks (netqmail, s/qmail, notqmail). An attempt is two lines: {@code starting
 * delivery 7: msg 12 to remote a@b} and {@code delivery 7: failure: text_with_underscores/}.
 */
final class QmailMatcher extends RememberingMatcher<QmailMatcher.Start> {
  private static final byte[] STARTING = ascii("starting delivery ");
  private static final byte[] DELIVERY = ascii("delivery ");
  private static final byte[] MSG = ascii(": msg ");
  private static final byte[] REMOTE = ascii(" to remote ");
  private static final byte[] LOCAL = ascii(" to local ");
  private static final byte[] SUCCESS = ascii("success: ");
  private static final byte[] FAILURE = ascii("failure: ");
  private static final byte[] DEFERRAL = ascii("deferral: ");
  private static final byte[] STATUS = ascii("status: local ");
  private static final byte[] EXPIRED =
      ascii("I'm not going to try again; this message has been in the queue too long");
  private static final byte[] CONNECTED = ascii("Connected to ");
  private static final byte[] ACCEPTED = ascii(" accepted message.");
  private static final byte[] SAID = ascii("Remote host said: ");
  private static final byte[][] OTHERS = {
    ascii("new msg "), ascii("info msg "), ascii("end msg "), ascii("bounce msg "), STATUS
  };

  record Start(String message, String recipient) {}

  private final Scratch scratch = new Scratch();
  private final StampReader stamps = new StampReader();

  QmailMatcher(String format) {
    super(format);
  }

  @Override
  boolean match(byte[] b, int start, int to, LogEvent event, EventSink sink) {
    int from = start;
    if (from < to && (Bytes.isDigit(b[from]) || b[from] == '@')) {
      int end = stamps.read(b, from, to); // splogger's or multilog's stamp behind that of syslog
      if (end > 0 && end < to && b[end] == ' ') {
        event.time = stamps.time();
        event.offset = stamps.offset();
        from = end + 1;
      }
    }
    if (Bytes.at(b, from, to, STARTING)) {
      return start(b, from + STARTING.length, to);
    }
    if (!Bytes.at(b, from, to, DELIVERY)) {
      for (byte[] other : OTHERS) {
        if (Bytes.at(b, from, to, other)
            && from + other.length < to
            && Bytes.isDigit(b[from + other.length])) {
          return true;
        }
      }
      return false;
    }
    int number = from + DELIVERY.length;
    int colon = Bytes.indexOf(b, number, to, ':');
    if (colon <= number || colon + 2 >= to || !Bytes.isDigit(b[number])) {
      return false;
    }
    int word = colon + 2;
    Outcome outcome = null;
    int text = word;
    if (Bytes.at(b, word, to, SUCCESS)) {
      outcome = Outcome.DELIVERED;
      text = word + SUCCESS.length;
    } else if (Bytes.at(b, word, to, FAILURE)) {
      outcome = Outcome.BOUNCED;
      text = word + FAILURE.length;
    } else if (Bytes.at(b, word, to, DEFERRAL)) {
      outcome = Outcome.DEFERRED;
      text = word + DEFERRAL.length;
    }
    if (outcome == null) {
      return false;
    }
    end(b, number, colon, text, to, outcome, event, sink);
    return true;
  }

  private boolean start(byte[] b, int number, int to) {
    int msg = Bytes.indexOf(b, number, to, MSG);
    if (msg < 0) {
      return false;
    }
    int remote = Bytes.indexOf(b, msg, to, REMOTE);
    int local = remote < 0 ? Bytes.indexOf(b, msg, to, LOCAL) : -1;
    int where = Math.max(remote, local);
    if (where < 0) {
      return false;
    }
    int address = where + (remote >= 0 ? REMOTE.length : LOCAL.length);
    remembered.put(
        text(b, number, msg), new Start(text(b, msg + MSG.length, where), text(b, address, to)));
    return true;
  }

  private void end(
      byte[] b,
      int number,
      int colon,
      int text,
      int to,
      Outcome outcome,
      LogEvent event,
      EventSink sink) {
    Start start = remembered.remove(text(b, number, colon));
    scratch.clear();
    scratch.put(b, text, to);
    int textEnd = scratch.to();
    byte[] words = scratch.bytes();
    for (int i = 0; i < textEnd; i++) {
      if (words[i] == '_') {
        words[i] = ' '; // qmail writes spaces so, and cannot be asked which were underscores
      } else if (words[i] == '/') {
        words[i] = slash(words, i, textEnd) ? (byte) '/' : (byte) '\n';
      }
    }
    int recipientFrom = 0;
    int recipientTo = 0;
    int queueFrom = 0;
    int queueTo = 0;
    if (start != null) {
      scratch.put(start.recipient());
      recipientFrom = scratch.from();
      recipientTo = scratch.to();
      scratch.put(start.message());
      queueFrom = scratch.from();
      queueTo = scratch.to();
    }
    byte[] all = scratch.bytes();
    event.begin(all, format);
    event.outcome = outcome;
    if (start != null) {
      event.recipient(recipientFrom, recipientTo);
      event.queue(queueFrom, queueTo);
    }
    event.text(0, textEnd);
    int said = Bytes.indexOf(all, 0, textEnd, SAID);
    if (said >= 0) {
      event.replyAt(said + SAID.length, textEnd);
    }
    if (event.enhanced == 0) {
      int hash = Bytes.lastIndexOf(all, 0, textEnd, ascii("(#"));
      if (hash >= 0) {
        event.enhanced = ReplyAt.enhanced(all, hash + 2, textEnd);
      }
    }
    relay(all, textEnd, said, event);
    event.expired = Bytes.indexOf(all, 0, textEnd, EXPIRED) >= 0;
    sink.accept(event);
  }

  /** A slash that is part of a word, such as of a URL, not qmail's end of line. */
  private static boolean slash(byte[] b, int i, int to) {
    boolean ends = i + 1 == to;
    boolean url = i > 0 && (b[i - 1] == ':' || b[i - 1] == '/');
    boolean within =
        i > 0
            && !ends
            && b[i - 1] != '.'
            && b[i - 1] != ' '
            && b[i - 1] != ')'
            && !(b[i + 1] >= 'A' && b[i + 1] <= 'Z');
    return !ends && (url || within);
  }

  /**
   * {@code 203.0.113.9 does not like recipient.}, {@code 203.0.113.9 accepted message.}, {@code
   * Connected to 203.0.113.9 but …}; patches for TLS and names put words before it.
   */
  private static void relay(byte[] b, int to, int said, LogEvent event) {
    int end = said < 0 ? to : said;
    int connected = Bytes.indexOf(b, 0, end, CONNECTED);
    if (connected >= 0) {
      relayAt(b, connected + CONNECTED.length, to, event);
    } else if (!relayAt(b, 0, to, event)) {
      int accepted = Bytes.indexOf(b, 0, end, ACCEPTED);
      int space = accepted < 0 ? -1 : Bytes.lastIndexOf(b, 0, accepted, (byte) ' ');
      if (space >= 0) {
        relayAt(b, space + 1, to, event);
      }
    }
  }

  /** Takes the IP address at {@code from} where there is one. */
  private static boolean relayAt(byte[] b, int from, int to, LogEvent event) {
    int end = from;
    boolean parted = false;
    while (end < to && (isHex(b[end]) || b[end] == '.' || b[end] == ':')) {
      parted |= !isHex(b[end]);
      end++;
    }
    if (!parted || end - from < 3 || end >= to || b[end] != ' ') {
      return false;
    }
    event.relay(from, end);
    return true;
  }

  private static boolean isHex(byte c) {
    return Bytes.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.ISO_8859_1).strip();
  }
}
