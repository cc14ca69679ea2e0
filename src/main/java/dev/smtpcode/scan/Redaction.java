package dev.smtpcode.scan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Hides local parts of addresses and names of users: the same address becomes the same word
 * throughout a report, and without the key nobody can try addresses out. Domains stay, for the
 * report is about them.
 */
final class Redaction {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN_BYTES = 5;
  private static final byte[][] SIGNS = {
    {'@'}, {'%', '4', '0'}, {'=', '4', '0'}, {'&', '#', '6', '4', ';'}
  };

  private final Mac mac;
  private final UserNames names;

  Redaction(RedactionKey key) {
    names = new UserNames(key.beforeNames());
    try {
      mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** One for this key, or null without one. */
  static Redaction of(RedactionKey key) {
    return key == null ? null : new Redaction(key);
  }

  /** An address with its local part hashed; empty stays empty. */
  byte[] address(byte[] b, int from, int to) {
    if (to <= from) {
      return new byte[0];
    }
    int end = localEnd(b, from, to);
    return address(b, from, end, Math.min(end + 1, to), to);
  }

  /** Where the local part of an address ends; {@code to} where it has no domain. */
  private static int localEnd(byte[] b, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      if (b[at] == '@') {
        return at;
      }
    }
    return to;
  }

  /**
   * @param at end of the local part
   * @param domain begin of the domain, behind the sign between them
   */
  private byte[] address(byte[] b, int from, int at, int domain, int to) {
    String word = word(b, from, at, domain, to);
    return (word + new String(b, at, to - at, StandardCharsets.ISO_8859_1))
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What stands for a local part. */
  private String word(byte[] b, int from, int at, int domain, int to) {
    mac.update(lower(b, from, at));
    if (domain > at) {
      mac.update((byte) '@');
      mac.update(lower(b, domain, to));
    }
    return "h-" + HexFormat.of().formatHex(mac.doFinal(), 0, SHOWN_BYTES);
  }

  private static byte[] lower(byte[] b, int from, int to) {
    byte[] copy = Arrays.copyOfRange(b, from, to);
    for (int i = 0; i < copy.length; i++) {
      copy[i] = dev.smtpcode.log.Bytes.lower(copy[i]);
    }
    return copy;
  }

  /**
   * A text with the local parts of all addresses in it hashed, and the names of users.
   *
   * @param recipient the address that the text is about, empty where that is not known
   */
  byte[] text(byte[] b, int from, int to, byte[] recipient) {
    ByteOut out = new ByteOut();
    names.recipient(recipient, localEnd(recipient, 0, recipient.length));
    int done = from;
    for (int i = from; i < to; i++) {
      int sign = sign(b, i, to);
      if (sign == 0) {
        continue;
      }
      int domain = i + sign;
      int left = localPart(b, done, i, b[i] == '%');
      int right = domainEnd(b, domain, to);
      boolean isNumber = b[i] == '=' && !isDotted(b, domain, right); // size=4096
      if (left == i || right == domain || isNumber) {
        continue;
      }
      names(b, from, done, left, recipient, out);
      out.put(address(b, left, i, domain, right));
      done = right;
      i = right - 1;
    }
    names(b, from, done, Math.max(done, to), recipient, out);
    return Arrays.copyOf(out.room(0), out.length());
  }

  /**
   * Length of the sign before a domain, also as links, quoted-printable and HTML write it; or 0.
   */
  private static int sign(byte[] b, int i, int to) {
    for (byte[] sign : SIGNS) {
      if (dev.smtpcode.log.Bytes.at(b, i, to, sign)) {
        return sign.length;
      }
    }
    return 0;
  }

  /** Puts {@code b[start,to)}, which holds no address, out with the names of users hashed. */
  private void names(byte[] b, int from, int start, int to, byte[] recipient, ByteOut out) {
    int done = start;
    for (int i = start; i < to; i++) {
      int end = names.end(b, from, i, to);
      if (end < 0) {
        continue;
      }
      out.put(Arrays.copyOfRange(b, done, i));
      if (names.isRecipient(b, i, to)) {
        int at = localEnd(recipient, 0, recipient.length);
        int domain = Math.min(at + 1, recipient.length);
        out.ascii(word(recipient, 0, at, domain, recipient.length));
      } else {
        out.ascii(word(b, i, end, end, end));
      }
      done = end;
      i = end - 1;
    }
    out.put(Arrays.copyOfRange(b, done, to));
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
      left = at - 1; // the quote was not opened
    }
    while (left > from && isAtom(b[left - 1]) && !(inLink && "=&?/".indexOf(b[left - 1]) >= 0)) {
      left--;
    }
    return left;
  }

  /** Behind the domain or address literal that begins at {@code from}. */
  private static int domainEnd(byte[] b, int from, int to) {
    if (from < to && b[from] == '[') {
      int right = from + 1;
      while (right < to && b[right - 1] != ']' && (b[right] > ' ' || b[right] < 0)) {
        right++;
      }
      return right;
    }
    int right = from;
    while (right < to && isDomain(b[right])) {
      right++;
    }
    return right;
  }

  /** Whether a letter stands behind a dot. */
  private static boolean isDotted(byte[] b, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      if (b[i - 1] == '.' && dev.smtpcode.log.Bytes.isLetter(b[i])) {
        return true;
      }
    }
    return false;
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
