package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.reply.EnhancedCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Selects entries of the catalogue; null means any.
 *
 * @param classDigit first digit of the code
 * @param subject second number of an enhanced status code
 * @param provider id of the provider whose codes are wanted
 * @param standard whether the code is defined by a standard
 * @param cause id of the cause that the code means
 */
public record Listing(
    Character classDigit, Integer subject, String provider, Boolean standard, String cause) {

  /** Everything. */
  public static final Listing ALL = new Listing(null, null, null, null, null);

  /** All codes that fit: reply codes, enhanced status codes, then providers' own. */
  public List<Entry> of(Catalog catalog) {
    List<Entry> found = new ArrayList<>();
    if (provider == null) {
      add(catalog.replies(), found);
      add(catalog.enhanced(), found);
    }
    for (Provider p : provider == null ? catalog.providers() : one(catalog)) {
      p.entries().forEach(e -> add(List.of(e.entry()), found));
    }
    return found;
  }

  private List<Provider> one(Catalog catalog) {
    Provider p = catalog.provider(provider);
    return p == null ? List.of() : List.of(p);
  }

  private void add(List<Entry> entries, List<Entry> found) {
    for (Entry e : entries) {
      if (fits(e)) {
        found.add(e);
      }
    }
  }

  private boolean fits(Entry e) {
    return (classDigit == null || e.classDigit() == classDigit)
        && (subject == null || subject.equals(subjectOf(e)))
        && (standard == null || e.standard() == standard)
        && (cause == null || cause.equals(e.cause()));
  }

  private static Integer subjectOf(Entry e) {
    String code = e.code();
    int dash = code.indexOf('-');
    int packed = EnhancedCode.parse(dash > 0 ? code.substring(0, dash) : code);
    return packed == 0 ? null : EnhancedCode.subject(packed);
  }
}
