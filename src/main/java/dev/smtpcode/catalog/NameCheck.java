package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Checks that the causes, actions and providers that a catalogue file names exist. */
final class NameCheck {
  private final Set<String> causes = new TreeSet<>();
  private final Set<String> actions = new TreeSet<>();
  private final Set<String> providers = new TreeSet<>();

  /** A check against this catalogue, which holds the files to be checked. */
  NameCheck(Catalog catalog) {
    catalog.causes().forEach(c -> causes.add(c.entry().code()));
    catalog.actions().forEach(a -> actions.add(a.code()));
    catalog.providers().forEach(p -> providers.add(p.id()));
  }

  /**
   * @throws CatalogException for the first name that there is not; the message names file, line and
   *     field
   */
  void check(Path file) throws IOException {
    try (JsonParser in = CodeFiles.parser(Files.newInputStream(file))) {
      for (JsonToken t = in.nextToken(); t != null; t = in.nextToken()) {
        JsonStreamContext at = in.getParsingContext();
        Set<String> known = t == JsonToken.VALUE_STRING ? namesAt(at) : null;
        if (known != null && !known.contains(in.getText())) {
          throw new CatalogException(
              "codes.error.name",
              file,
              in.currentTokenLocation().getLineNr(),
              at.pathAsPointer().toString().substring(1),
              in.getText(),
              String.join(", ", known));
        }
      }
    }
  }

  /** What may stand here; null where it is no name. */
  private Set<String> namesAt(JsonStreamContext at) {
    String key = at.getCurrentName();
    String parent = at.getParent() == null ? null : at.getParent().getCurrentName();
    if ("cause".equals(key)) {
      return causes;
    }
    if ("action".equals(key) || "action".equals(parent)) {
      return actions;
    }
    return "provider".equals(key) && "when".equals(parent) ? providers : null;
  }
}
