package dev.smtpcode.explain;

import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits the words of a command line into queries: {@code 421 450 554} are three, {@code 550
 * 5.7.26} is one reply, {@code 550 5.1.1 User unknown} is one pasted text, and an argument with
 * spaces in it is a text of its own.
 */
final class Queries {
  private Queries() {}

  /**
   * The queries that the arguments stand for, in order; {@code names} knows words such as {@code
   * greylisted}.
   */
  static List<String> of(List<String> arguments, Names names) {
    boolean anyText = false;
    boolean allWords = true;
    for (String a : arguments) {
      anyText |= hasSpace(a);
      allWords = allWords && !hasSpace(a) && (looksLikeCode(a) || names.knows(a));
    }
    if (!allWords && !(anyText && arguments.size() > 1)) {
      return List.of(String.join(" ", arguments));
    }
    List<String> queries = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String a = arguments.get(i);
      boolean pair =
          ReplyCode.isOne(a)
              && i + 1 < arguments.size()
              && EnhancedCode.parse(arguments.get(i + 1)) != 0
              && arguments.get(i + 1).charAt(0) == a.charAt(0);
      if (pair) {
        i++;
        queries.add(a + " " + arguments.get(i));
      } else {
        queries.add(a);
      }
    }
    return queries;
  }

  /** Knows the words of the catalogue that are no numbers. */
  interface Names {
    boolean knows(String word);
  }

  /** Whether a word was meant as a code, right or wrong. */
  static boolean looksLikeCode(String a) {
    if (a.isEmpty() || a.charAt(0) < '0' || a.charAt(0) > '9') {
      return false;
    }
    int digits = 0;
    for (int i = 0; i < a.length(); i++) {
      char c = a.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c != '.' && c != '-' && c != 'x' && c != 'X') {
        return false;
      }
    }
    return digits < 8;
  }

  private static boolean hasSpace(String a) {
    for (int i = 0; i < a.length(); i++) {
      if (Character.isWhitespace(a.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
