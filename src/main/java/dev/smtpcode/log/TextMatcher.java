package dev.smtpcode.log;

import static dev.smtpcode.log.Bytes.ascii;

import dev.smtpcode.reply.EnhancedCode;

/**
 * Any other text, by a well-formed SMTP reply in it. The bar is high, for most numbers in logs are
 * none: a reply code with an enhanced status code of the same class behind it, or a reply code
 * behind words that quote a reply, and in either case an address or words about mail beside it.
 */
final class TextMatcher extends LineMatcher {
  static final String ID = "text";

  private static final byte[][] QUOTES = {
    ascii("said: "),
    ascii("remote host said: "),
    ascii("server replied: "),
    ascii("smtp error: "),
    ascii("smtp response: "),
    ascii("smtp reply: "),
    ascii("smtp; "),
    ascii("smtp;")
  };

  /** Words that quote HTTP as well. */
  private static final byte[][] ANY_QUOTES = {
    ascii("remote server returned: "), ascii("responded: "), ascii("response: ")
  };

  private static final byte[][] BEFORE_ADDRESS = {
    ascii("rcpt=<"),
    ascii("rcpt to:<"),
    ascii("to=<"),
    ascii("recipient=<"),
    ascii("recipient: <"),
    ascii("rcpt=\""),
    ascii("to: <"),
    ascii("to <"),
    ascii("for <"),
    ascii("rcpt="),
    ascii("to="),
    ascii("recipient="),
    ascii("recipients=")
  };

  /** What may stand between a reply and the words before it. */
  private static final String OPENING = " \"'([";

  private static final byte[][] BEFORE_REPLY = {
    ascii("said"),
    ascii("reply"),
    ascii("replied"),
    ascii("returned"),
    ascii("responded"),
    ascii("response"),
    ascii("answered"),
    ascii("error"),
    ascii("code"),
    ascii("status"),
    ascii("with"),
    ascii("got"),
    ascii("failed"),
    ascii("rejected"),
    ascii("smtp"),
    ascii("msg"),
    ascii("message"),
    ascii("reason"),
    ascii("diagnostic"),
    ascii("detail")
  };

  TextMatcher() {
    super(ID);
  }

  @Override
  boolean match(byte[] b, int from, int to, LogEvent event, EventSink sink) {
    if (Bytes.indexOf(b, from, to, '@') < 0) {
      return false; // names nobody, as most lines, and this is the quickest way to tell
    }
    int at = reply(b, from, to);
    if (at < 0) {
      return false;
    }
    int code = ReplyAt.reply(b, at, to);
    Outcome outcome =
        switch (code / 100) {
          case 2 -> Outcome.DELIVERED;
          case 4 -> Outcome.DEFERRED;
          case 5 -> Outcome.BOUNCED;
          default -> null;
        };
    if (outcome == null) {
      return false;
    }
    event.begin(b, format);
    event.outcome = outcome;
    event.replyAt(at, to);
    int subject = EnhancedCode.subject(event.enhanced);
    int detail = EnhancedCode.detail(event.enhanced);
    boolean taken =
        code == 250
            && EnhancedCode.codeClass(event.enhanced) == 2
            && (subject == 0 || subject == 6)
            && detail == 0;
    if (outcome == Outcome.DELIVERED && !taken) {
      return false; // a step of a session, not the end of it
    }
    int[] address = address(b, from, at, to);
    if (address == null) {
      return false;
    }
    event.recipient(address[0], address[1]);
    int close =
        at > from && (b[at - 1] == '"' || b[at - 1] == '\'')
            ? Bytes.lastIndexOf(b, at, to, b[at - 1])
            : -1;
    event.text(at, close > at ? close : to);
    sink.accept(event);
    return true;
  }

  /** Where the reply code stands that is surely one; -1 for none. */
  private static int reply(byte[] b, int from, int to) {
    for (int i = from; i + 4 < to; i++) {
      byte c = b[i];
      if (c != '4' && c != '5' && c != '2'
          || !Bytes.isDigit(b[i + 1])
          || !Bytes.isDigit(b[i + 2])) {
        continue;
      }
      if (b[i + 1] > '5' || b[i + 3] != ' ' && b[i + 3] != '-' || i > from && !opens(b[i - 1])) {
        i += 2;
        continue;
      }
      boolean enhanced = ReplyAt.enhancedBehind(b, i, to) != 0 && introduced(b, from, i);
      if (enhanced || c != '2' && quoted(b, from, i)) {
        return i;
      }
      i += 3;
    }
    return -1;
  }

  private static boolean opens(byte c) {
    return c == ' ' || c == '"' || c == '\'' || c == '(' || c == ':' || c == ';' || c == '='
        || c == '\t';
  }

  /** Whether what stands before a number lets it be a reply, and no count of things. */
  private static boolean introduced(byte[] b, int from, int at) {
    int i = at;
    while (i > from && OPENING.indexOf(b[i - 1]) >= 0) {
      i--;
    }
    if (i == from || b[i - 1] == ':' || b[i - 1] == '>') {
      return true;
    }
    if (b[i - 1] == '-') {
      return i - 1 > from && b[i - 2] == ' ';
    }
    boolean named = b[i - 1] == '=' || b[i - 1] == ';'; // smtpmsg='550 …', smtp;550 …
    int end = named ? i - 1 : i;
    for (byte[] word : BEFORE_REPLY) {
      int start = end - word.length;
      if (start >= from
          && Bytes.atAnyCase(b, start, end, word)
          && (named || start == from || !Bytes.isLetter(b[start - 1]))) {
        return true;
      }
    }
    return false;
  }

  /** Whether words that quote a reply stand before it. */
  private static boolean quoted(byte[] b, int from, int at) {
    // 500 to 504 are HTTP's too, and rare as the answer to a recipient
    boolean http = b[at] == '5' && b[at + 1] == '0';
    return behind(QUOTES, b, from, at) || !http && behind(ANY_QUOTES, b, from, at);
  }

  private static boolean behind(byte[][] quotes, byte[] b, int from, int at) {
    for (byte[] q : quotes) {
      if (at - q.length >= from && Bytes.atAnyCase(b, at - q.length, at, q)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The recipient: the address behind a word for it, else the first in the reply, else the only
   * one.
   */
  private static int[] address(byte[] b, int from, int reply, int to) {
    for (byte[] word : BEFORE_ADDRESS) {
      for (int i = from; i + word.length < to; i++) {
        boolean starts = i == from || !Bytes.isLetter(b[i - 1]) && b[i - 1] != '_';
        if (starts && Bytes.lower(b[i]) == word[0] && Bytes.atAnyCase(b, i, to, word)) {
          int[] a = addressAround(b, i + word.length, i + word.length, to);
          if (a != null && a[0] == i + word.length) {
            return a;
          }
        }
      }
    }
    int[] inReply = addressAround(b, reply, reply, to);
    return inReply != null ? inReply : addressAround(b, from, from, reply);
  }

  /** The first address in {@code b[from,to)}. */
  private static int[] addressAround(byte[] b, int start, int from, int to) {
    for (int i = from; i < to; i++) {
      i = Bytes.indexOf(b, i, to, '@');
      if (i < 0) {
        return null;
      }
      int left = i;
      while (left > start && isAtom(b[left - 1])) {
        left--;
      }
      int right = i + 1;
      boolean dotted = false;
      while (right < to
          && (Bytes.isLetter(b[right])
              || Bytes.isDigit(b[right])
              || b[right] == '-'
              || b[right] == '.')) {
        dotted |=
            b[right] == '.' && right > i + 1 && right + 1 < to && Bytes.isLetter(b[right + 1]);
        right++;
      }
      while (right > i && (b[right - 1] == '.' || b[right - 1] == '-')) {
        right--;
      }
      if (left < i && dotted) {
        return new int[] {left, right};
      }
    }
    return null;
  }

  private static boolean isAtom(byte c) {
    return Bytes.isLetter(c) || Bytes.isDigit(c) || ".+-_!#$%&'*/?^`{|}~".indexOf(c) >= 0 || c < 0;
  }
}
