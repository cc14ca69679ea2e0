package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

import java.nio.charset.StandardCharsets;

/**
 * Courier's mail server. An attempt is some lines about one message and address: what was said
 * ({@code …,addr=<a@b>: 550 …}), then the result ({@code …,addr=<a@b>,status: failure}). A refusal
 * is one line: {@code error,relay=203.0.113.9,from=<a@b>,to=<c@d>: 550 …}.
 */
final class CourierMatcher extends RememberingMatcher<CourierMatcher.Said> {
  private static final byte[] ID = ascii("id=");
  private static final byte[] FROM = ascii(",from=<");
  private static final byte[] ADDRESS = ascii(",addr=<");
  private static final byte[] STATUS = ascii(",status: ");
  private static final byte[] SUCCESS = ascii(",success: ");
  private static final byte[] DELIVERED = ascii("delivered: ");
  private static final byte[] ERROR = ascii("error,relay=");
  private static final byte[] TO = ascii(",to=<");
  private static final byte[] TEXT = ascii(">: ");
  private static final int MAX_TEXT = 2000;

  /** What was said of an attempt so far. */
  static final class Said {
    String text = "";
    String relay;
  }

  private final Scratch scratch = new Scratch();

  CourierMatcher(String format) {
    super(format);
  }

  @Override
  boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    if (Bytes.at(b, from, to, ERROR)) {
      refusal(b, from, to, event, sink);
      return true;
    }
    if (!Bytes.at(b, from, to, ID)) {
      return false;
    }
    int sender = Bytes.indexOf(b, from, to, FROM);
    int address = sender < 0 ? -1 : Bytes.indexOf(b, sender + FROM.length, to, ADDRESS);
    int close = address < 0 ? -1 : Bytes.indexOf(b, address, to, '>');
    if (close < 0) {
      return false;
    }
    String id = text(b, from + ID.length, sender);
    String recipient = text(b, address + ADDRESS.length, close);
    String key = id + ' ' + recipient;
    int status = Bytes.indexOf(b, close, to, STATUS);
    int success = status < 0 ? Bytes.indexOf(b, close, to, SUCCESS) : -1;
    if (status >= 0) {
      Outcome outcome =
          switch (text(b, status + STATUS.length, to)) {
            case "success" -> Outcome.DELIVERED;
            case "failure" -> Outcome.BOUNCED;
            case "deferred" -> Outcome.DEFERRED;
            default -> null;
          };
      Said what = remembered.remove(key);
      if (outcome != null) {
        report(id, recipient, what == null ? new Said() : what, outcome, event, sink);
      }
      return true;
    }
    Said what = remembered.computeIfAbsent(key, k -> new Said());
    if (success >= 0) {
      int words = success + SUCCESS.length;
      if (Bytes.at(b, words, to, DELIVERED)) {
        int host = words + DELIVERED.length;
        int space = Bytes.indexOf(b, host, to, ' ');
        what.relay = text(b, host, space < 0 ? to : space);
      }
      if (what.text.isEmpty()) {
        what.text = text(b, words, to);
      }
    } else if (close + 2 < to && b[close + 1] == ':' && what.text.length() < MAX_TEXT) {
      String more = text(b, close + 2, Math.min(to, close + 2 + MAX_TEXT));
      what.text = what.text.isEmpty() ? more : what.text + '\n' + more;
    }
    return true;
  }

  private void refusal(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    int sender = Bytes.indexOf(b, from, to, FROM);
    int close = sender < 0 ? -1 : Bytes.indexOf(b, sender, to, TEXT);
    int text = close + TEXT.length;
    if (close < 0 || ReplyAt.reply(b, text, to) == 0) {
      return;
    }
    event.begin(b, format);
    event.outcome = Outcome.REJECTED;
    event.text(text, to);
    event.replyAt(text, to);
    int recipient = Bytes.indexOf(b, sender, close, TO);
    event.command = recipient < 0 ? "MAIL" : "RCPT";
    if (recipient >= 0) {
      event.recipient(recipient + TO.length, close);
    }
    sink.accept(event);
  }

  private void report(
      String id, String recipient, Said what, Outcome outcome, LogEvent event, EventSink sink) {
    scratch.clear();
    scratch.put(what.text);
    int textEnd = scratch.to();
    scratch.put(id);
    int idEnd = scratch.to();
    scratch.put(recipient);
    int recipientEnd = scratch.to();
    if (what.relay != null) {
      scratch.put(what.relay);
    }
    event.begin(scratch.bytes(), format);
    event.outcome = outcome;
    event.text(0, textEnd);
    event.replyAt(event.textFrom, event.textTo);
    event.queue(textEnd, idEnd);
    event.recipient(idEnd, recipientEnd);
    event.relay(recipientEnd, scratch.to());
    sink.accept(event);
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.UTF_8).strip();
  }
}
