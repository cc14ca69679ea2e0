package dev.smtpcode.log.mail;

import dev.smtpcode.log.Bytes;
import dev.smtpcode.log.DeliveryEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Messages from a stream: a single one (RFC 5322) or an mbox (RFC 4155, with or without quoted
 * {@code From} lines; {@code Content-Length} is not believed). Of each message at most {@link
 * MailReader#MAX_MESSAGE} bytes are kept, the rest is passed over and counted, so memory is bounded
 * whatever the stream. Not for several threads at once.
 */
public final class MailSource {
  /** What a stream holds, by its first bytes. */
  public enum Kind {
    MESSAGE,
    MBOX,
    OTHER
  }

  private static final int CHUNK = 1 << 16;

  /** An envelope line is not longer than this. */
  private static final int MAX_ENVELOPE = 512;

  private static final byte[] ENVELOPE = "From ".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] NEXT_ENVELOPE = "\nFrom ".getBytes(StandardCharsets.US_ASCII);

  private static final byte[] QUOTED = ">From ".getBytes(StandardCharsets.US_ASCII);

  private static final Set<String> FIELDS =
      Set.of(
          "received",
          "return-path",
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "content-transfer-encoding",
          "delivered-to",
          "reply-to",
          "sender",
          "cc",
          "auto-submitted",
          "x-original-to",
          "envelope-to",
          "precedence",
          "dkim-signature",
          "arc-seal",
          "authentication-results",
          "x-failed-recipients",
          "x-mailer",
          "list-id");

  private final MailReader reader;
  private final byte[] line = new byte[MAX_ENVELOPE];
  private final byte[] chunk = new byte[CHUNK];
  private byte[] message = new byte[CHUNK];
  private int length;
  private int lineLength;
  private int lineStart;
  private boolean afterBlank;
  private long lines;
  private long messageLine;
  private long messages;
  private long skipped;

  public MailSource(MailReader reader) {
    this.reader = reader;
  }

  /**
   * What the stream holds that begins with {@code head[from,to)}: at least its first kilobyte, or
   * all of it.
   */
  public static Kind kind(byte[] head, int from, int to) {
    int i = from;
    while (i < to && (head[i] == '\n' || head[i] == '\r')) {
      i++;
    }
    boolean mbox = isEnvelope(head, i, endOfLine(head, i, to));
    while (isEnvelope(head, i, endOfLine(head, i, to)) || Bytes.at(head, i, to, QUOTED)) {
      i = Math.min(to, endOfLine(head, i, to) + 1);
    }
    return hasFields(head, i, to) ? mbox ? Kind.MBOX : Kind.MESSAGE : Kind.OTHER;
  }

  /** Whether lines are header fields up to the first empty one, two of them such as mail has. */
  private static boolean hasFields(byte[] b, int from, int to) {
    int known = 0;
    for (int i = from; i < to; ) {
      int end = endOfLine(b, i, to);
      int last = end > i && b[end - 1] == '\r' ? end - 1 : end;
      if (last == i) {
        break;
      }
      if (b[i] != ' ' && b[i] != '\t') {
        int colon = Bytes.indexOf(b, i, Math.min(last, i + 80), ':');
        if (colon <= i) {
          return end >= to && known >= 2;
        }
        String name = new String(b, i, colon - i, StandardCharsets.ISO_8859_1);
        if (name.strip().indexOf(' ') >= 0) {
          return false;
        }
        known += FIELDS.contains(name.strip().toLowerCase(Locale.ROOT)) ? 1 : 0;
      }
      i = end + 1;
    }
    return known >= 2;
  }

  private static int endOfLine(byte[] b, int from, int to) {
    int end = Bytes.indexOf(b, from, to, '\n');
    return end < 0 ? to : end;
  }

  /** {@code From user@example.org Thu Apr 29 23:34:45 2010}: what tells it from prose is a time. */
  private static boolean isEnvelope(byte[] b, int from, int to) {
    if (!Bytes.at(b, from, to, ENVELOPE)) {
      return false;
    }
    for (int i = from + ENVELOPE.length; i + 4 < to; i++) {
      if (b[i] == ':' && isDigit(b[i - 1]) && isDigit(b[i + 1]) && isDigit(b[i + 2])) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  /** Whether the file is one that a Maildir is still being given: not to be read yet. */
  public static boolean isUnfinished(Path file) {
    Path folder = file.getParent();
    return folder != null
        && folder.getFileName() != null
        && folder.getFileName().toString().equals("tmp")
        && folder.getParent() != null
        && Files.isDirectory(folder.resolveSibling("cur"))
        && Files.isDirectory(folder.resolveSibling("new"));
  }

  /**
   * Reads all messages of a stream.
   *
   * @param source the name that the events carry
   * @param kind what {@link #kind} said of it
   * @param linesBefore lines of the source before the stream begins
   * @param sink gets the events in order; in an mbox they carry the line on which the message
   *     begins
   */
  public void read(
      InputStream in, String source, Kind kind, long linesBefore, Consumer<DeliveryEvent> sink)
      throws IOException {
    length = 0;
    lineLength = 0;
    lineStart = 0;
    lines = linesBefore + 1;
    messageLine = lines;
    afterBlank = true;
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      for (int i = 0; i < n; ) {
        int newline = Bytes.indexOf(chunk, i, n, '\n');
        int end = newline < 0 ? n : newline + 1;
        append(chunk, i, end);
        if (newline >= 0) {
          endLine(source, kind, sink);
        }
        i = end;
      }
    }
    deliver(length, source, kind, sink);
  }

  private void append(byte[] from, int start, int end) {
    int n = end - start;
    int kept = Math.min(n, MAX_ENVELOPE - lineLength);
    System.arraycopy(from, start, line, lineLength, kept);
    lineLength += kept;
    int room = Math.min(n, MailReader.MAX_MESSAGE - length);
    if (length + room > message.length) {
      message =
          Arrays.copyOf(
              message,
              Math.min(MailReader.MAX_MESSAGE, Math.max(length + room, message.length * 2)));
    }
    System.arraycopy(from, start, message, length, room);
    length += room;
    skipped += n - room;
  }

  private void endLine(String source, Kind kind, Consumer<DeliveryEvent> sink) {
    if (kind == Kind.MBOX && afterBlank && isEnvelope(line, 0, lineLength)) {
      deliver(lineStart, source, kind, sink);
      System.arraycopy(line, 0, message, 0, lineLength);
      length = lineLength;
      messageLine = lines;
    }
    afterBlank = endsMessage(line, 0, lineLength);
    lines++;
    lineStart = length;
    lineLength = 0;
  }

  /**
   * Where the last message of an mbox begins in {@code b[0,length)}; 0 where that is not seen, for
   * it is the only one or its envelope is not whole.
   */
  static int lastMessage(byte[] b, int length) {
    for (int at = Bytes.lastIndexOf(b, 0, length, NEXT_ENVELOPE);
        at > 0;
        at = Bytes.lastIndexOf(b, 0, at, NEXT_ENVELOPE)) {
      int start = at + 1;
      int end = endOfLine(b, start, length);
      int before = Bytes.lastIndexOf(b, 0, at, '\n') + 1;
      if (end < length
          && isEnvelope(b, start, Math.min(end + 1, start + MAX_ENVELOPE))
          && endsMessage(b, before, Math.min(start, before + MAX_ENVELOPE))) {
        return start;
      }
    }
    return 0;
  }

  /**
   * Whether a message may end with this line: an empty one, or {@code --boundary--}, for some
   * writers leave out the empty line behind it.
   */
  private static boolean endsMessage(byte[] b, int from, int to) {
    int end = to;
    while (end > from && (b[end - 1] == '\n' || b[end - 1] == '\r')) {
      end--;
    }
    return b[from] == '\n'
        || b[from] == '\r'
        || end - from > 4
            && b[from] == '-'
            && b[from + 1] == '-'
            && b[end - 1] == '-'
            && b[end - 2] == '-';
  }

  private void deliver(int end, String source, Kind kind, Consumer<DeliveryEvent> sink) {
    if (end > 0) {
      messages++;
      long at = kind == Kind.MBOX ? messageLine : 0;
      reader.read(message, 0, end, source, at).forEach(sink);
    }
  }

  /** Messages read so far, of all streams. */
  public long messages() {
    return messages;
  }

  /** Bytes passed over so far because their message was too long. */
  public long skippedBytes() {
    return skipped;
  }
}
