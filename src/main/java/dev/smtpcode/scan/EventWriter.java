package dev.smtpcode.scan;

import static dev.smtpcode.log.Bytes.ascii;

import dev.smtpcode.log.LogEvent;
import dev.smtpcode.reply.EnhancedCode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Writes events as JSON, one object a line, straight from the bytes of the log. */
final class EventWriter {
  private static final byte[] NULL = ascii("null");
  private static final byte[] SOURCE = ascii("{\"source\":");
  private static final byte[] LINE = ascii(",\"line\":");
  private static final byte[] TIME = ascii(",\"time\":");
  private static final byte[] FORMAT = ascii(",\"format\":\"");
  private static final byte[] OUTCOME = ascii("\",\"outcome\":\"");
  private static final byte[] REPLY = ascii("\",\"reply\":");
  private static final byte[] ENHANCED = ascii(",\"enhanced\":");
  private static final byte[] PROVIDER = ascii(",\"provider\":");
  private static final byte[] RECIPIENT = ascii(",\"recipient\":");
  private static final byte[] DOMAIN = ascii(",\"domain\":");
  private static final byte[] RELAY = ascii(",\"relay\":");
  private static final byte[] TEXT = ascii(",\"text\":");
  private static final byte[] END = ascii("}\n");

  private final Map<Kind, byte[]> kinds = new HashMap<>();
  private final Redaction redaction;
  private byte[] lower = new byte[256];
  private long lastSecond = Long.MIN_VALUE;
  private int lastOffset;
  private byte[] lastTime;

  /**
   * @param redaction null to leave addresses as they are
   */
  EventWriter(Redaction redaction) {
    this.redaction = redaction;
  }

  /**
   * @param source as a JSON string
   * @param line from 1; 0 where the source has no lines
   */
  void write(ByteOut out, byte[] source, long line, LogEvent e, Kind kind, String provider) {
    out.put(SOURCE);
    out.put(source);
    out.put(LINE);
    if (line > 0) {
      out.number(line);
    } else {
      out.put(NULL);
    }
    out.put(TIME);
    time(out, e);
    out.put(FORMAT);
    out.ascii(e.format());
    out.put(OUTCOME);
    out.ascii(e.outcome().id());
    out.put(REPLY);
    if (e.reply() == 0) {
      out.put(NULL);
    } else {
      out.put((byte) '"');
      out.number(e.reply());
      out.put((byte) '"');
    }
    out.put(ENHANCED);
    if (e.enhanced() == 0) {
      out.put(NULL);
    } else {
      out.put((byte) '"');
      out.number(EnhancedCode.codeClass(e.enhanced()));
      out.put((byte) '.');
      out.number(EnhancedCode.subject(e.enhanced()));
      out.put((byte) '.');
      out.number(EnhancedCode.detail(e.enhanced()));
      out.put((byte) '"');
    }
    kind(out, kind);
    out.put(PROVIDER);
    if (provider == null) {
      out.put(NULL);
    } else {
      out.put((byte) '"');
      out.ascii(provider);
      out.put((byte) '"');
    }
    byte[] b = e.buf();
    out.put(RECIPIENT);
    if (redaction == null) {
      text(out, b, e.recipientFrom(), e.recipientTo());
    } else {
      byte[] hidden = redaction.address(b, e.recipientFrom(), e.recipientTo());
      text(out, hidden, 0, hidden.length);
    }
    out.put(DOMAIN);
    domain(out, e);
    out.put(RELAY);
    text(out, b, e.relayFrom(), e.relayTo());
    out.put(TEXT);
    if (redaction == null) {
      text(out, b, e.textFrom(), e.textTo());
    } else {
      byte[] recipient = Arrays.copyOfRange(b, e.recipientFrom(), e.recipientTo());
      byte[] hidden = redaction.text(b, e.textFrom(), e.textTo(), recipient);
      text(out, hidden, 0, hidden.length);
    }
    out.put(END);
  }

  private void kind(ByteOut out, Kind kind) {
    byte[] b = kinds.get(kind);
    if (b == null) {
      String cause = kind.cause() == null ? "null" : '"' + kind.cause() + '"';
      b =
          ascii(
              ",\"cause\":"
                  + cause
                  + ",\"verdict\":\""
                  + kind.verdict().id()
                  + "\",\"action\":\""
                  + kind.action()
                  + '"');
      kinds.put(kind, b);
    }
    out.put(b);
  }

  private static void text(ByteOut out, byte[] b, int from, int to) {
    if (to <= from) {
      out.put(NULL);
    } else {
      JsonText.put(out, b, from, to);
    }
  }

  private void domain(ByteOut out, LogEvent e) {
    int length = e.domainTo() - e.domainFrom();
    if (length > lower.length) {
      lower = new byte[length];
    }
    byte[] b = e.buf();
    for (int i = 0; i < length; i++) {
      lower[i] = dev.smtpcode.log.Bytes.lower(b[e.domainFrom() + i]);
    }
    text(out, lower, 0, length);
  }

  private void time(ByteOut out, LogEvent e) {
    if (e.time() == LogEvent.NO_TIME) {
      out.put(NULL);
      return;
    }
    long second = Math.floorDiv(e.time(), 1000L);
    if (second != lastSecond || e.offset() != lastOffset || lastTime == null) {
      lastSecond = second;
      lastOffset = e.offset();
      lastTime = ascii('"' + LogTime.text(e.time(), e.offset()) + '"');
    }
    out.put(lastTime);
  }
}
