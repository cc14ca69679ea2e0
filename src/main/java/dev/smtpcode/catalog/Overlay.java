package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A user's own catalogue files, checked against the same schemas as the bundled ones. The schema
 * that a file names with {@code $schema} says what it holds; where it lies does not matter.
 */
public final class Overlay {
  /** By kind ({@code replies}, {@code enhanced}, {@code causes}, {@code actions}), then by code. */
  private final Map<String, Map<String, Entry>> entries = new HashMap<>();

  private final List<Cause> causes = new ArrayList<>();
  private final Map<String, Provider> providers = new LinkedHashMap<>();
  private final List<PhraseRule> phraseRules = new ArrayList<>();
  private final List<FormatFile> formats = new ArrayList<>();
  private final FactReader facts = new FactReader();
  private final Map<String, FactForms> providerFacts = new HashMap<>();

  private Overlay() {}

  /**
   * Reads all {@code *.json} files below a folder.
   *
   * @throws CatalogException when there is no such folder, or a file breaks its schema or names a
   *     cause, action or provider that there is not; the message names file, line and field
   */
  public static Overlay read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new CatalogException("codes.error.folder", folder);
    }
    Overlay overlay = new Overlay();
    try (Stream<Path> walk = Files.walk(folder)) {
      List<Path> files = walk.filter(p -> p.toString().endsWith(".json")).sorted().toList();
      SchemaCheck check = new SchemaCheck();
      List<Path> naming = new ArrayList<>();
      for (Path file : files) {
        String kind = check.kindOf(file);
        overlay.add(file, kind);
        if (!kind.equals("format")) {
          naming.add(file);
        }
      }
      NameCheck names = new NameCheck(new Catalog(FileReader.ENGLISH, overlay));
      for (Path file : naming) {
        names.check(file);
      }
    } catch (IOException e) {
      throw new CatalogException(
          e, "codes.error.unreadable", folder, String.valueOf(e.getMessage()));
    }
    return overlay;
  }

  private void add(Path file, String kind) throws IOException {
    switch (kind) {
      case "replies", "enhanced", "actions" -> {
        for (Entry e : FileReader.entries(parser(file))) {
          byCode(kind).put(e.code(), e);
        }
      }
      case "causes" -> {
        causes.addAll(FileReader.causes(parser(file)));
        for (Cause c : causes) {
          byCode(kind).put(c.entry().code(), c.entry());
        }
      }
      case "provider" -> {
        String id = id(file);
        providers.put(id, FileReader.provider(parser(file), id));
        providerFacts.put(id, FactReader.ofProvider(parser(file), false));
      }
      case "phrases" -> phraseRules.addAll(FileReader.rules(parser(file)));
      case "facts" -> facts.add(parser(file));
      case "format" -> {
        try (JsonParser in = parser(file)) {
          formats.add(FormatReader.read(in, false));
        }
      }
      default -> throw new CatalogException("codes.error.kind", file, kind);
    }
  }

  /** The id of a provider, which may stand anywhere in its file. */
  private static String id(Path file) throws IOException {
    try (JsonParser in = parser(file)) {
      in.nextToken();
      return (String) ((Map<?, ?>) JsonTree.read(in)).get("id");
    }
  }

  private static JsonParser parser(Path file) throws IOException {
    return CodeFiles.parser(Files.newInputStream(file));
  }

  private Map<String, Entry> byCode(String kind) {
    return entries.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }

  Entry entry(String kind, String code) {
    return entries.getOrDefault(kind, Map.of()).get(code);
  }

  List<Entry> entries(String kind) {
    return new ArrayList<>(entries.getOrDefault(kind, Map.of()).values());
  }

  List<Cause> causes() {
    return causes;
  }

  Provider provider(String id) {
    return providers.get(id);
  }

  List<Provider> providers() {
    return new ArrayList<>(providers.values());
  }

  List<PhraseRule> phraseRules() {
    return phraseRules;
  }

  FactReader facts() {
    return facts;
  }

  FactForms facts(String provider) {
    return providerFacts.get(provider);
  }

  List<FormatFile> formats() {
    return formats;
  }
}
