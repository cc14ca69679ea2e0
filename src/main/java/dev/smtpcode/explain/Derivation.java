package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Texts;
import dev.smtpcode.reply.EnhancedCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Explains a code that has no entry from its structure: the first and second digit of a reply code
 * (RFC 5321 section 4.2.1), the class and subject of an enhanced status code (RFC 3463 section 2).
 */
final class Derivation {
  private static final int SUGGESTIONS = 4;

  private final Catalog catalog;

  Derivation(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @throws UnknownQueryException for a code outside 200 to 599
   */
  Entry reply(String code) {
    char first = code.charAt(0);
    if (first < '2' || first > '5') {
      throw new UnknownQueryException(code, "reply-range", nearest(code));
    }
    Entry category = catalog.structure("x" + code.charAt(1) + "x");
    return derived(code, code.charAt(0) + "xx", first, category, nearestReplies(code));
  }

  /** Whether the standard knows the subject of an enhanced status code. */
  boolean hasSubject(String code) {
    return subject(code) != null;
  }

  private Entry subject(String code) {
    return catalog.structure("x." + EnhancedCode.subject(EnhancedCode.parse(code)) + ".x");
  }

  /**
   * @throws UnknownQueryException for a subject that the standard does not know
   */
  Entry enhanced(String code) {
    char first = code.charAt(0);
    Entry subject = subject(code);
    if (subject == null) {
      throw new UnknownQueryException(code, "subject", nearest(code));
    }
    return derived(code, first + ".x.x", first, subject, nearestEnhanced(code));
  }

  private Entry derived(
      String code, String entryClass, char first, Entry part, List<String> nearest) {
    Entry ofClass = catalog.structure(first + "xx");
    Texts c = ofClass.texts();
    String title = part == null ? c.title() : c.title() + ": " + part.texts().title();
    String meaning = part == null ? c.meaning() : c.meaning() + " " + part.texts().meaning();
    Texts texts =
        new Texts(
            c.language(),
            title,
            meaning,
            c.whenSeen(),
            c.fix(),
            c.fixReceiver(),
            c.avoid(),
            c.advice(),
            null);
    return new Entry(
        code,
        entryClass,
        texts,
        ofClass.whoActs(),
        ofClass.retry(),
        null,
        false,
        List.of(),
        false,
        List.of(),
        nearest,
        part == null ? ofClass.references() : part.references(),
        null,
        List.of(),
        List.of(),
        true);
  }

  private List<String> nearestReplies(String code) {
    int wanted = Integer.parseInt(code);
    List<String> found = new ArrayList<>();
    for (Entry e : catalog.replies()) {
      if (e.classDigit() == code.charAt(0) && e.standard()) {
        found.add(e.code());
      }
    }
    found.sort(
        (a, b) ->
            Integer.compare(
                Math.abs(Integer.parseInt(a) - wanted), Math.abs(Integer.parseInt(b) - wanted)));
    return found.subList(0, Math.min(SUGGESTIONS, found.size()));
  }

  private List<String> nearestEnhanced(String code) {
    int wanted = EnhancedCode.parse(code);
    List<Entry> candidates = new ArrayList<>(catalog.enhanced());
    candidates.removeIf(e -> e.classDigit() != code.charAt(0));
    candidates.sort(
        (a, b) ->
            Integer.compare(
                Math.abs(EnhancedCode.parse(a.code()) - wanted),
                Math.abs(EnhancedCode.parse(b.code()) - wanted)));
    List<String> found = new ArrayList<>();
    for (Entry e : candidates.subList(0, Math.min(SUGGESTIONS, candidates.size()))) {
      found.add(e.code());
    }
    return found;
  }

  /** Codes that a mistyped one may have meant, the nearest first. */
  List<String> nearest(String typed) {
    List<String> all = new ArrayList<>();
    for (Entry e : typed.indexOf('.') > 0 ? catalog.enhanced() : catalog.replies()) {
      all.add(e.code());
    }
    return Nearest.of(typed, all);
  }
}
