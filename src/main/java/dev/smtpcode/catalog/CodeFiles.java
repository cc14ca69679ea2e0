package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The files of {@code codes/} as they lie in the jar. */
public final class CodeFiles {
  /** Where the build lists them: a jar cannot be asked for its folders quickly. */
  public static final String INDEX = "index.txt";

  private static final JsonFactory JSON = new JsonFactory();
  private static final ZipFile JAR = jar();

  private CodeFiles() {}

  /**
   * Opens a bundled file.
   *
   * @param path below {@code codes/}
   * @return null where there is none
   */
  public static InputStream open(String path) {
    String name = "codes/" + path;
    if (JAR == null) {
      return CodeFiles.class.getResourceAsStream("/" + name);
    }
    ZipEntry entry = JAR.getEntry(name);
    try {
      return entry == null ? null : JAR.getInputStream(entry);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  /** A bundled file whole, or null where there is none. */
  public static byte[] bytes(String path) throws IOException {
    try (InputStream in = open(path)) {
      if (in == null) {
        return null;
      }
      if (JAR == null) {
        return in.readAllBytes();
      }
      // into an array of its size at once: the stream would gather it piece by piece
      byte[] all = new byte[Math.toIntExact(JAR.getEntry("codes/" + path).getSize())];
      in.readNBytes(all, 0, all.length);
      return all;
    }
  }

  /**
   * The jar that this class comes from, null where it comes from elsewhere. Reading it straight
   * spares the class loader's way over URLs, 10 ms when it is first gone.
   */
  private static ZipFile jar() {
    CodeSource source = CodeFiles.class.getProtectionDomain().getCodeSource();
    URL place = source == null ? null : source.getLocation();
    if (place == null || !place.getProtocol().equals("file") || !place.getPath().endsWith(".jar")) {
      return null;
    }
    try {
      return new ZipFile(
          URLDecoder.decode(place.getPath().replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return null;
    }
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
    return lines(INDEX);
  }

  /** The lines of a file that the build made. */
  static List<String> lines(String path) {
    InputStream in = open(path);
    if (in == null) {
      throw new CatalogException("codes.error.missing", "codes/" + path);
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
