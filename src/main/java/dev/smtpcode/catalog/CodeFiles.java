package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of {@code codes/} as they lie in the jar. */
public final class CodeFiles {
  /** Where the build lists them: a jar cannot be asked for its folders quickly. */
  public static final String INDEX = "index.txt";

  private static final JsonFactory JSON = new JsonFactory();

  private CodeFiles() {}

  /**
   * Opens a bundled file.
   *
   * @param path below {@code codes/}
   * @return null where there is none
   */
  public static InputStream open(String path) {
    return CodeFiles.class.getResourceAsStream("/codes/" + path);
  }

  /** A parser for a bundled file, or null where there is none. */
  static JsonParser parser(String path) throws IOException {
    InputStream in = open(path);
    return in == null ? null : JSON.createParser(in);
  }

  static JsonParser parser(InputStream in) throws IOException {
    return JSON.createParser(in);
  }

  /**
   * The bundled files directly in a folder, such as {@code providers/}, in the order of their
   * names.
   */
  static List<String> in(String folder) {
    List<String> found = new ArrayList<>();
    for (String file : all()) {
      if (file.startsWith(folder) && file.indexOf('/', folder.length()) < 0) {
        found.add(file);
      }
    }
    return found;
  }

  /** The names of the folders directly in a folder, such as {@code lang/}, sorted. */
  public static List<String> folders(String folder) {
    Set<String> found = new TreeSet<>();
    for (String file : all()) {
      int end = file.startsWith(folder) ? file.indexOf('/', folder.length()) : -1;
      if (end > 0) {
        found.add(file.substring(folder.length(), end));
      }
    }
    return List.copyOf(found);
  }

  private static List<String> all() {
    InputStream index = open(INDEX);
    if (index == null) {
      throw new CatalogException(
          "codes/" + INDEX + " is missing from the jar: build it with mvn package");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
      List<String> files = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        files.add(line);
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
