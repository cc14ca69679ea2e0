package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Exchange's SMTP send protocol log: every line of every session, so that replies are to be matched
 * with the commands they answer, several of which may be on their way (RFC 2920).
 */
final class ExchangeProtocolMatcher extends RememberingMatcher<ExchangeProtocolMatcher.Session> {
  private static final byte[] TYPE = ascii("#Log-type: SMTP ");
  private static final byte[] SEND = ascii("#Log-type: SMTP Send");
  private static final int FIELDS = 8;
  private static final int SESSION = 2;
  private static final int REMOTE = 5;
  private static final int KIND = 6;
  private static final int DATA = 7;
  private static final String RCPT = "RCPT TO:";
  private static final int MAX_WAITING = 1000;

  static final class Session {
    final Deque<String> waiting = new ArrayDeque<>();
    final List<String> accepted = new ArrayList<>();

    /** Replies to come of commands that are told of already. */
    int ignored;

    String host;
  }

  private final Scratch scratch = new Scratch();
  private boolean sends = true;

  ExchangeProtocolMatcher(String format) {
    super(format);
  }

  @Override
  void reset() {
    super.reset();
    sends = true;
  }

  @Override
  boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    if (from < to && b[from] == '#') {
      if (Bytes.at(b, from, to, TYPE)) {
        sends = Bytes.at(b, from, to, SEND);
        return true;
      }
      return false;
    }
    List<String> f = CsvMatcher.Csv.fields(b, from, to);
    if (f.size() < FIELDS
        || f.get(KIND).length() != 1
        || "<>+-*".indexOf(f.get(KIND).charAt(0)) < 0
        || f.get(SESSION).length() != 16) {
      return false;
    }
    if (!sends) {
      return true;
    }
    String id = f.get(SESSION);
    switch (f.get(KIND)) {
      case "+" -> remembered.put(id, new Session());
      case "-" -> remembered.remove(id);
      case ">" -> said(remembered.computeIfAbsent(id, k -> new Session()), f.get(DATA));
      case "<" -> {
        Session s = remembered.get(id);
        if (s != null) {
          answered(s, id, f.get(REMOTE), f.get(DATA), event, sink);
        }
      }
      default -> {}
    }
    return true;
  }

  private static void said(Session s, String command) {
    if (s.waiting.size() < MAX_WAITING && !command.isEmpty()) {
      s.waiting.add(command);
    }
  }

  private void answered(
      Session s, String id, String remote, String reply, LogEvent event, EventSink sink) {
    byte[] b = reply.getBytes(StandardCharsets.UTF_8);
    int code = ReplyAt.reply(b, 0, b.length);
    if (code == 0 || b.length > 3 && b[3] == '-') {
      return; // of a reply of several lines, only the last one counts
    }
    if (s.host == null && code == 220) {
      int end = reply.indexOf(' ', 4);
      s.host = end < 0 ? reply.substring(Math.min(4, reply.length())) : reply.substring(4, end);
      return;
    }
    if (s.host == null && s.waiting.isEmpty() && code >= 400) {
      // the greeting; which message it put off is not said
      report(s, id, remote, "", Outcome.DEFERRED, "connect", reply, event, sink);
      return;
    }
    if (s.ignored > 0) {
      s.ignored--;
      return;
    }
    String command = s.waiting.poll();
    if (command == null) {
      return;
    }
    String upper =
        command.length() > 10
            ? command.substring(0, 10).toUpperCase(java.util.Locale.ROOT)
            : command.toUpperCase(java.util.Locale.ROOT);
    if (upper.startsWith("MAIL FROM")) {
      s.accepted.clear();
      if (code / 100 != 2) {
        refusedSender(s, id, remote, failure(code), reply, event, sink);
      }
    } else if (upper.startsWith(RCPT)) {
      String address = address(command);
      if (code / 100 == 2) {
        if (s.accepted.size() < MAX_WAITING) {
          s.accepted.add(address);
        }
      } else {
        report(s, id, remote, address, failure(code), "RCPT", reply, event, sink);
      }
    } else if (upper.startsWith("DATA") && code == 354) {
      s.waiting.addFirst("."); // the message itself is not logged
    } else if (upper.startsWith("BDAT") || upper.startsWith(".") || upper.startsWith("DATA")) {
      Outcome outcome = code / 100 == 2 ? Outcome.DELIVERED : failure(code);
      for (String address : s.accepted) {
        report(s, id, remote, address, outcome, "end-of-data", reply, event, sink);
      }
      s.accepted.clear();
    }
  }

  /**
   * The sender was refused, and with it the recipients already on their way; where there are none,
   * the message.
   */
  private void refusedSender(
      Session s,
      String id,
      String remote,
      Outcome outcome,
      String reply,
      LogEvent event,
      EventSink sink) {
    boolean any = false;
    while (s.waiting.peek() != null
        && s.waiting.peek().regionMatches(true, 0, RCPT, 0, RCPT.length())) {
      String address = address(s.waiting.poll());
      s.ignored++;
      report(s, id, remote, address, outcome, "MAIL", reply, event, sink);
      any = true;
    }
    if (!any) {
      report(s, id, remote, "", outcome, "MAIL", reply, event, sink);
    }
  }

  private static Outcome failure(int code) {
    return code / 100 == 4 ? Outcome.DEFERRED : Outcome.BOUNCED;
  }

  private static String address(String command) {
    int open = command.indexOf('<');
    int close = command.indexOf('>', open + 1);
    return open >= 0 && close > open
        ? command.substring(open + 1, close)
        : command.substring(8).strip();
  }

  private void report(
      Session s,
      String id,
      String remote,
      String recipient,
      Outcome outcome,
      String command,
      String reply,
      LogEvent event,
      EventSink sink) {
    scratch.clear();
    scratch.put(reply);
    int textEnd = scratch.to();
    scratch.put(recipient);
    int recipientEnd = scratch.to();
    int colon = remote.lastIndexOf(':');
    scratch.put(s.host != null ? s.host : colon < 0 ? remote : remote.substring(0, colon));
    int relayEnd = scratch.to();
    scratch.put(id);
    event.begin(scratch.bytes(), format);
    event.outcome = outcome;
    event.command = command;
    event.text(0, textEnd);
    event.replyAt(0, textEnd);
    event.recipient(textEnd, recipientEnd);
    event.relay(recipientEnd, relayEnd);
    event.queue(relayEnd, scratch.to());
    sink.accept(event);
  }
}
