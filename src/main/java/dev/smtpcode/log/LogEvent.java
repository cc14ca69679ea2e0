package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;

/**
 * A delivery event in the form the scanner works with: slices of a byte array, no object for each
 * fact. One object is used for all events of a thread. A slice whose end is its start is absent.
 */
public final class LogEvent {
  /** {@link #offset} where the log states no offset from UTC. */
  public static final int NO_OFFSET = Integer.MIN_VALUE;

  /** {@link #time} where the log states no time. */
  public static final long NO_TIME = Long.MIN_VALUE;

  /** Whether of a delivery only message, recipient and domain are wanted. */
  boolean brief;

  byte[] buf;
  String format;
  Outcome outcome;
  int reply;
  int enhanced;
  String command;
  boolean expired;
  long time;
  int offset;
  int line;
  int recipientFrom;
  int recipientTo;
  int domainFrom;
  int domainTo;
  int relayFrom;
  int relayTo;
  int textFrom;
  int textTo;
  int queueFrom;
  int queueTo;

  /** Begins an event whose slices are of {@code buf}; time and line stay. */
  void begin(byte[] bytes, String formatId) {
    buf = bytes;
    format = formatId;
    outcome = null;
    reply = 0;
    enhanced = 0;
    command = null;
    expired = false;
    recipientFrom = 0;
    recipientTo = 0;
    domainFrom = 0;
    domainTo = 0;
    relayFrom = 0;
    relayTo = 0;
    textFrom = 0;
    textTo = 0;
    queueFrom = 0;
    queueTo = 0;
  }

  /** What the slices are of. */
  public byte[] buf() {
    return buf;
  }

  /** Id of the format. */
  public String format() {
    return format;
  }

  public Outcome outcome() {
    return outcome;
  }

  /** Reply code as the log states it, or 0. */
  public int reply() {
    return reply;
  }

  /** Enhanced status code as the log states it, packed; or 0. */
  public int enhanced() {
    return enhanced;
  }

  /** The SMTP command that was answered, in the catalogue's words; or null. */
  public String command() {
    return command;
  }

  /** Whether the queue gave up because time ran out. */
  public boolean expired() {
    return expired;
  }

  /**
   * The time on the log's own clock as milliseconds since 1970, as if it were UTC; or {@link
   * #NO_TIME}.
   */
  public long time() {
    return time;
  }

  /** Minutes that the log's clock is ahead of UTC, or {@link #NO_OFFSET}. */
  public int offset() {
    return offset;
  }

  /** Lines before it in its block. */
  public int line() {
    return line;
  }

  public int recipientFrom() {
    return recipientFrom;
  }

  public int recipientTo() {
    return recipientTo;
  }

  public int domainFrom() {
    return domainFrom;
  }

  public int domainTo() {
    return domainTo;
  }

  public int relayFrom() {
    return relayFrom;
  }

  public int relayTo() {
    return relayTo;
  }

  public int textFrom() {
    return textFrom;
  }

  public int textTo() {
    return textTo;
  }

  public int queueFrom() {
    return queueFrom;
  }

  public int queueTo() {
    return queueTo;
  }

  /**
   * Sets the recipient, without white space and angle brackets around it, and the domain from it.
   */
  void recipient(int from, int to) {
    int f = from;
    int t = to;
    while (f < t
        && (buf[f] == '<' || buf[f] == ' ' || buf[f] == '"' && buf[t - 1] == '"' && t - f > 1)) {
      if (buf[f] == '"') {
        t--;
      }
      f++;
    }
    while (t > f && (buf[t - 1] == '>' || buf[t - 1] == ' ')) {
      t--;
    }
    recipientFrom = f;
    recipientTo = t;
    int at = Bytes.lastIndexOf(buf, f, t, '@');
    if (at >= 0 && at + 1 < t) {
      domain(at + 1, t);
    }
  }

  /** Sets the domain, without the dot of the root. */
  void domain(int from, int to) {
    domainFrom = from;
    domainTo = to > from + 1 && buf[to - 1] == '.' ? to - 1 : to;
  }

  /** Sets the remote host, without white space, brackets and the dot of the root around it. */
  void relay(int from, int to) {
    int f = from;
    int t = to;
    while (f < t && (buf[f] == ' ' || buf[f] == '[')) {
      f++;
    }
    while (t > f && (buf[t - 1] == ' ' || buf[t - 1] == ']' || buf[t - 1] == '.')) {
      t--;
    }
    relayFrom = f;
    relayTo = t;
  }

  void text(int from, int to) {
    int f = from;
    int t = to;
    while (f < t && buf[f] == ' ') {
      f++;
    }
    while (t > f && (buf[t - 1] == ' ' || buf[t - 1] == '\r' || buf[t - 1] == '\n')) {
      t--;
    }
    textFrom = f;
    textTo = t;
  }

  void queue(int from, int to) {
    queueFrom = from;
    queueTo = to;
  }

  /**
   * Reads the reply code that begins at {@code at}, and the enhanced code behind it unless one is
   * known.
   */
  void replyAt(int at, int to) {
    int code = ReplyAt.reply(buf, at, to);
    if (code != 0) {
      reply = code;
      if (enhanced == 0) {
        enhanced = ReplyAt.enhancedBehind(buf, at, to);
      }
    }
  }

  /**
   * Reads the codes in the text, which stand behind one of the literals given. A reply code that is
   * known already is not replaced, and only gets its enhanced code.
   */
  void codesInText(Needle[] leads) {
    for (Needle lead : leads) {
      int found = lead.length() == 0 ? textFrom : lead.in(buf, textFrom, textTo);
      if (found < 0) {
        continue;
      }
      int at = found + lead.length();
      int code = ReplyAt.reply(buf, at, textTo);
      if (code != 0 && (reply == 0 || reply == code)) {
        replyAt(at, textTo);
        return;
      }
      if (enhanced == 0 && code == 0) {
        enhanced = ReplyAt.enhanced(buf, at, textTo);
      }
    }
  }

  /**
   * Takes an event that was read elsewhere, such as from a bounce mail.
   *
   * @param queue identifies the message, or null
   */
  public void load(DeliveryEvent e, long wallTime, int offsetMinutes, String queue) {
    String[] parts = {e.recipient(), e.domain(), e.relay(), e.text(), queue};
    byte[][] bytes = new byte[parts.length][];
    int length = 0;
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = parts[i] == null ? new byte[0] : parts[i].getBytes(StandardCharsets.UTF_8);
      length += bytes[i].length;
    }
    byte[] all = new byte[length + LineScanner.PADDING];
    int[] ends = new int[parts.length];
    int at = 0;
    for (int i = 0; i < parts.length; i++) {
      System.arraycopy(bytes[i], 0, all, at, bytes[i].length);
      at += bytes[i].length;
      ends[i] = at;
    }
    begin(all, e.format());
    outcome = e.outcome();
    reply = e.reply() == null ? 0 : Integer.parseInt(e.reply());
    enhanced = e.enhanced() == null ? 0 : dev.smtpcode.reply.EnhancedCode.parse(e.enhanced());
    time = wallTime;
    offset = offsetMinutes;
    recipientFrom = 0;
    recipientTo = ends[0];
    domainFrom = ends[0];
    domainTo = ends[1];
    relayFrom = ends[1];
    relayTo = ends[2];
    textFrom = ends[2];
    textTo = ends[3];
    queueFrom = ends[3];
    queueTo = ends[4];
  }
}
