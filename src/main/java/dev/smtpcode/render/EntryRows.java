package dev.smtpcode.render;

import dev.smtpcode.catalog.Entry;
import java.util.ArrayList;
import java.util.List;

/** Entries of the catalogue as a table; the columns are named as the keys of their JSON. */
final class EntryRows {
  private static final List<String> HEAD =
      List.of("code", "provider", "class", "title", "cause", "retry", "who-acts", "standard");

  private EntryRows() {}

  static List<List<String>> of(List<Entry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (Entry e : entries) {
      rows.add(
          List.of(
              e.code(),
              orEmpty(e.provider()),
              e.entryClass(),
              e.texts().title(),
              orEmpty(e.cause()),
              e.retry().id(),
              String.join("; ", e.whoActs()),
              Boolean.toString(e.standard())));
    }
    return rows;
  }

  /** How lists name an entry: by its code, and by whose that is. */
  static String name(Entry e) {
    return e.provider() == null ? e.code() : e.provider() + " " + e.code();
  }

  private static String orEmpty(String s) {
    return s == null ? "" : s;
  }
}
