package dev.smtpcode.catalog;

import java.util.List;
import java.util.Map;

/**
 * What a file of another language says of the file of the same name.
 *
 * @param about a provider's quirks; null where that is not translated or the file is of no provider
 * @param texts by the {@link #key} of their entry
 */
record Translation(String about, Map<String, Texts> texts) {

  /** A provider may send one code for several reasons: there the English title tells them apart. */
  static String key(Entry english) {
    return english.provider() == null
        ? english.code()
        : english.code() + " " + english.texts().title();
  }

  /** The entries in their order, with these texts; in English where there are none. */
  List<Entry> of(List<Entry> english) {
    return english.stream()
        .map(e -> texts.containsKey(key(e)) ? e.withTexts(texts.get(key(e))) : e)
        .toList();
  }
}
