package dev.smtpcode.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides local parts of addresses: the same address becomes the same word throughout a report, and
 * without the key nobody can try addresses out. Domains stay, for the report is about them.
 */
public final class Redaction {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN_BYTES = 5;

  private final Mac mac;

  public Redaction(byte[] key) {
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** An address with its local part hashed; empty stays empty. */
  byte[] address(byte[] b, int from, int to) {
    if (to <= from) {
      return new byte[0];
    }
    int at = to - 1;
    while (at > from && b[at] != '@') {
      at--;
    }
    int end = b[at] == '@' ? at : to;
    return address(b, from, end, Math.min(end + 1, to), to);
  }

  /**
   * @param at end of the local part
   * @param domain begin of the domain, behind the sign between them
   */
  private byte[] address(byte[] b, int from, int at, int domain, int to) {
    mac.update(lower(b, from, at));
    if (domain > at) {
      mac.update((byte) '@');
      mac.update(lower(b, domain, to));
    }
    byte[] hash = mac.doFinal();
    String word = "h-" + HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    return (word + new String(b, at, to - at, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] lower(byte[] b, int from, int to) {
    byte[] copy = Arrays.copyOfRange(b, from, to);
    for (int i = 0; i < copy.length; i++) {
      copy[i] = dev.smtpcode.log.Bytes.lower(copy[i]);
    }
    return copy;
  }

  /** A text with the local parts of all addresses in it hashed. */
  byte[] text(byte[] b, int from, int to) {
    ByteOut out = new ByteOut();
    int done = from;
    for (int i = from; i < to; i++) {
      boolean inLink = i + 2 < to && b[i] == '%' && b[i + 1] == '4' && b[i + 2] == '0';
      if (b[i] != '@' && !inLink) {
        continue;
      }
      int domain = inLink ? i + 3 : i + 1;
      int left = localPart(b, done, i, inLink);
      int right = domainEnd(b, domain, to);
      if (left == i || right == domain) {
        continue;
      }
      out.put(Arrays.copyOfRange(b, done, left));
      out.put(address(b, left, i, domain, right));
      done = right;
      i = right - 1;
    }
    out.put(Arrays.copyOfRange(b, done, Math.max(done, to)));
    return Arrays.copyOf(out.room(0), out.length());
  }

  /** Where the local part begins that ends at {@code at}; {@code at} where there is none. */
  private static int localPart(byte[] b, int from, int at, boolean inLink) {
    int left = at;
    if (at - 1 > from && b[at - 1] == '"') {
      for (left = at - 2; left >= from; left--) {
        if (b[left] == '"' && (left == from || b[left - 1] != '\\')) {
          return left;
        }
      }
      return at;
    }
    while (left > from && isAtom(b[left - 1]) && !(inLink && "=&?/".indexOf(b[left - 1]) >= 0)) {
      left--;
    }
    return left;
  }

  /** Behind the domain or address literal that begins at {@code from}. */
  private static int domainEnd(byte[] b, int from, int to) {
    if (from < to && b[from] == '[') {
      int close = dev.smtpcode.log.Bytes.indexOf(b, from, to, ']');
      return close < 0 ? from : close + 1;
    }
    int right = from;
    while (right < to && isDomain(b[right])) {
      right++;
    }
    return right;
  }

  /** A text with the local parts of all addresses in it hashed. */
  public String text(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    return new String(text(b, 0, b.length), StandardCharsets.UTF_8);
  }

  private static boolean isAtom(byte c) {
    return c > ' ' && "<>()[],;:\"\\@".indexOf(c) < 0 || c < 0;
  }

  private static boolean isDomain(byte c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '.'
        || c == '-'
        || c < 0;
  }
}
