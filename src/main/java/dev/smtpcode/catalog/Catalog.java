package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The catalogue: the bundled files, over them a user's own, in one language. Reads the file that a
 * question needs when it is asked; a missing translation falls back to English, entry by entry
 * ({@link Texts#language} tells).
 */
public final class Catalog {
  private final String language;
  private final Overlay overlay;

  /**
   * @param language of the texts, such as {@code th}
   * @param overlay a user's own entries, which win over the bundled ones; null for none
   */
  public Catalog(String language, Overlay overlay) {
    this.language = language;
    this.overlay = overlay;
  }

  /** The bundled catalogue in English. */
  public static Catalog bundled() {
    return new Catalog(FileReader.ENGLISH, null);
  }

  public String language() {
    return language;
  }

  /** Whether a user's own entries lie over the bundled ones. */
  public boolean hasOverlay() {
    return overlay != null;
  }

  /** The entry of a 3-digit reply code, or null. */
  public Entry reply(String code) {
    return entry("replies/" + code.charAt(0) + "xx.json", code);
  }

  /** The entry of an enhanced status code, or null. */
  public Entry enhanced(String code) {
    int dot = code.indexOf('.', 2);
    return entry("enhanced/" + code.substring(0, dot) + ".json", code);
  }

  /** The entry of a cause, or null. */
  public Entry cause(String id) {
    return entry("causes.json", id);
  }

  /** The entry of an action, or null. */
  public Entry action(String id) {
    return entry("actions.json", id);
  }

  /**
   * What a class ({@code 5xx}), a second digit ({@code x5x}) or a subject ({@code x.7.x}) means; or
   * null.
   */
  public Entry structure(String code) {
    return entry("structure.json", code);
  }

  /** All 3-digit reply codes, ascending. */
  public List<Entry> replies() {
    List<Entry> all = new ArrayList<>();
    for (String file : CodeFiles.in("replies/")) {
      all.addAll(entries(file));
    }
    addOwn(all, "replies");
    return all;
  }

  /** All enhanced status codes, by class and subject. */
  public List<Entry> enhanced() {
    List<Entry> all = new ArrayList<>();
    for (String file : CodeFiles.in("enhanced/")) {
      all.addAll(entries(file));
    }
    addOwn(all, "enhanced");
    return all;
  }

  public List<Cause> causes() {
    Map<String, Cause> all = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Cause c : FileReader.causes(parser("causes.json"))) {
      all.put(c.entry().code(), c);
      entries.add(c.entry());
    }
    for (Entry translated : translated("causes.json", entries)) {
      all.computeIfPresent(translated.code(), (code, c) -> withEntry(c, translated));
    }
    if (overlay != null) {
      for (Cause c : overlay.causes()) {
        all.put(c.entry().code(), c);
      }
    }
    return new ArrayList<>(all.values());
  }

  private static Cause withEntry(Cause c, Entry entry) {
    return new Cause(entry, c.wordings(), c.verdicts(), c.actions());
  }

  public List<Entry> actions() {
    List<Entry> all = new ArrayList<>(entries("actions.json"));
    addOwn(all, "actions");
    return all;
  }

  /** The provider with this id, or null. */
  public Provider provider(String id) {
    if (overlay != null && overlay.provider(id) != null) {
      return overlay.provider(id);
    }
    JsonParser in = parser("providers/" + id + ".json");
    return in == null ? null : translated(FileReader.provider(in, id));
  }

  public List<Provider> providers() {
    Map<String, Provider> all = new LinkedHashMap<>();
    for (String file : CodeFiles.in("providers/")) {
      String id = file.substring("providers/".length(), file.length() - ".json".length());
      all.put(id, translated(FileReader.provider(parser(file), id)));
    }
    if (overlay != null) {
      for (Provider p : overlay.providers()) {
        all.put(p.id(), p);
      }
    }
    return new ArrayList<>(all.values());
  }

  /** All phrase rules; a user's own come first. */
  public List<PhraseRule> phraseRules() {
    List<PhraseRule> all = new ArrayList<>();
    if (overlay != null) {
      all.addAll(overlay.phraseRules());
    }
    for (String file : CodeFiles.in("phrases/")) {
      all.addAll(FileReader.rules(parser(file)));
    }
    return all;
  }

  /** What finds facts in any reply; a user's own forms and words come on top. */
  public FactWording facts() {
    FactReader reader = new FactReader();
    reader.add(parser("facts.json"));
    if (overlay != null) {
      reader.add(overlay.facts());
    }
    return reader.wording();
  }

  /** What finds facts in a provider's replies besides. */
  public FactForms facts(String provider) {
    if (overlay != null && overlay.provider(provider) != null) {
      return overlay.facts(provider);
    }
    JsonParser in = parser("providers/" + provider + ".json");
    return in == null ? FactForms.NONE : FactReader.ofProvider(in, true);
  }

  /** How mail software names the SMTP command that was answered. */
  public List<CommandWording> commandWordings() {
    return FileReader.commands(parser("commands.json"));
  }

  /** A user's own log formats, which are asked before the bundled ones. */
  public List<FormatFile> ownFormats() {
    return overlay == null ? List.of() : overlay.formats();
  }

  private Entry entry(String file, String code) {
    if (overlay != null) {
      Entry own = overlay.entry(kindOf(file), code);
      if (own != null) {
        return own;
      }
    }
    Entry entry = FileReader.entry(parser(file), code);
    return entry == null ? null : translated(file, List.of(entry)).get(0);
  }

  private List<Entry> entries(String file) {
    return translated(file, FileReader.entries(parser(file)));
  }

  private void addOwn(List<Entry> all, String kind) {
    if (overlay == null) {
      return;
    }
    Map<String, Entry> merged = new LinkedHashMap<>();
    for (Entry e : all) {
      merged.put(e.code(), e);
    }
    for (Entry e : overlay.entries(kind)) {
      merged.put(e.code(), e);
    }
    all.clear();
    all.addAll(merged.values());
  }

  private static String kindOf(String file) {
    int slash = file.indexOf('/');
    return slash >= 0
        ? file.substring(0, slash)
        : file.substring(0, file.length() - ".json".length());
  }

  /**
   * The entries of a file in the catalogue's language, in their order; English where it lacks one.
   */
  private List<Entry> translated(String file, List<Entry> entries) {
    if (language.equals(FileReader.ENGLISH)) {
      return entries;
    }
    return translation(file, entries).of(entries);
  }

  private Provider translated(Provider p) {
    if (language.equals(FileReader.ENGLISH)) {
      return p;
    }
    List<Entry> entries = p.entries().stream().map(ProviderEntry::entry).toList();
    Translation translation = translation("providers/" + p.id() + ".json", entries);
    return p.withTexts(
        translation.about() == null ? p.about() : translation.about(), translation.of(entries));
  }

  private Translation translation(String file, List<Entry> entries) {
    Map<String, Texts> originals = new HashMap<>();
    for (Entry e : entries) {
      originals.put(Translation.key(e), e.texts());
    }
    return FileReader.translation(parser("lang/" + language + "/" + file), language, originals);
  }

  private static JsonParser parser(String file) {
    try {
      return CodeFiles.parser(file);
    } catch (IOException e) {
      throw new UncheckedIOException("codes/" + file, e);
    }
  }
}
