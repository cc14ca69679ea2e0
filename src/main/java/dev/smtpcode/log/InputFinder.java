package dev.smtpcode.log;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.smtpcode.catalog.Message;
import dev.smtpcode.log.mail.MailSource;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the files that a user means by files, folders, patterns and {@code -}, and puts rotated
 * sets ({@code mail.log.2.gz}, {@code mail.log.1}, {@code mail.log}) in the order of time.
 */
public final class InputFinder {
  private static final int MAX_DEPTH = 32;

  private final List<InputFile> found = new ArrayList<>();
  private final List<Message> problems = new ArrayList<>();

  /** Files in the order to be read. */
  public List<InputFile> found() {
    return found;
  }

  /** What could not be read, and why. */
  public List<Message> problems() {
    return problems;
  }

  /**
   * @return false where the input names nothing
   */
  public boolean add(String input) {
    if (input.equals(InputFile.STDIN)) {
      found.add(InputFile.stdin());
      return true;
    }
    int before = found.size() + problems.size();
    Path path;
    try {
      path = Path.of(input);
    } catch (InvalidPathException e) {
      path = null;
    }
    if (path != null && Files.isDirectory(path)) {
      addAll(folder(path));
      return true;
    }
    if (path != null && Files.exists(path)) {
      addAll(List.of(path));
      return true;
    }
    if (isPattern(input)) {
      addAll(matching(input));
    }
    return found.size() + problems.size() > before;
  }

  /**
   * Puts the files of all inputs so far in the order of time where they are rotations of one
   * another.
   */
  public void order() {
    Map<String, List<InputFile>> sets = new LinkedHashMap<>();
    for (InputFile f : found) {
      String set = f.path() == null ? f.name() : Rotation.of(f).set();
      sets.computeIfAbsent(set, k -> new ArrayList<>()).add(f);
    }
    found.clear();
    for (List<InputFile> set : sets.values()) {
      if (set.size() > 1 && set.get(0).path() != null) {
        set.sort(Comparator.comparing(Rotation::of));
      }
      found.addAll(set);
    }
  }

  private void addAll(List<Path> paths) {
    for (Path p : paths) {
      try {
        found.add(InputFile.of(p.toString(), p));
      } catch (IOException e) {
        problems.add(problem(p, e));
      }
    }
  }

  private static boolean isPattern(String input) {
    return input.indexOf('*') >= 0
        || input.indexOf('?') >= 0
        || input.indexOf('[') >= 0
        || input.indexOf('{') >= 0;
  }

  private List<Path> folder(Path folder) {
    Map<String, Path> sorted = new TreeMap<>();
    walk(folder, p -> sorted.put(p.toString(), p));
    return new ArrayList<>(sorted.values());
  }

  private List<Path> matching(String pattern) {
    int cut = -1;
    for (int i = 0; i < pattern.length() && !isPattern(pattern.substring(0, i + 1)); i++) {
      if (pattern.charAt(i) == '/' || pattern.charAt(i) == java.io.File.separatorChar) {
        cut = i;
      }
    }
    int slash = cut;
    Path base = Path.of(slash < 0 ? "." : slash == 0 ? "/" : pattern.substring(0, slash));
    PathMatcher matcher;
    try {
      String whole = slash < 0 ? "./" + pattern : pattern;
      matcher = FileSystems.getDefault().getPathMatcher("glob:" + whole);
    } catch (IllegalArgumentException e) {
      return List.of();
    }
    Map<String, Path> sorted = new TreeMap<>();
    walk(
        base,
        p -> {
          if (matcher.matches(p)) {
            Path shown = slash < 0 ? base.relativize(p) : p;
            sorted.put(shown.toString(), shown);
          }
        });
    return new ArrayList<>(sorted.values());
  }

  private void walk(Path folder, java.util.function.Consumer<Path> sink) {
    try {
      Files.walkFileTree(
          folder,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          MAX_DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isRegularFile() && !MailSource.isUnfinished(file)) {
                sink.accept(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              problems.add(problem(file, e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      problems.add(problem(folder, e));
    }
  }

  private static Message problem(Object file, IOException e) {
    return Message.of("scan.unread", file, reason(e));
  }

  /** Why a file could not be read, in a few words. */
  public static Message reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException
        || e instanceof java.io.FileNotFoundException
            && !String.valueOf(e.getMessage()).contains("denied")) {
      return Message.of("scan.unread.missing");
    }
    if (e instanceof java.nio.file.AccessDeniedException
        || e instanceof java.io.FileNotFoundException) {
      return Message.of("scan.unread.denied");
    }
    if (e instanceof JsonProcessingException json) {
      JsonLocation at = json.getLocation();
      return at == null
          ? Message.of("scan.unread.json")
          : Message.of("scan.unread.json-line", at.getLineNr());
    }
    String message = e.getMessage();
    return Message.of(
        "scan.unread.other", message == null ? e.getClass().getSimpleName() : message);
  }

  /**
   * A file's place among its rotations: by number, the highest the oldest, or by a date, the
   * current one last.
   */
  private record Rotation(String set, int number, String date) implements Comparable<Rotation> {
    static Rotation of(InputFile f) {
      String name = f.path().toString();
      for (String packed : new String[] {".gz", ".bz2", ".xz", ".zst", ".lz4"}) {
        if (name.endsWith(packed)) {
          name = name.substring(0, name.length() - packed.length());
        }
      }
      int end = name.length();
      int digits = end;
      while (digits > 0
          && (Character.isDigit(name.charAt(digits - 1))
              || name.charAt(digits - 1) == '-'
                  && digits < end
                  && Character.isDigit(name.charAt(digits)))) {
        digits--;
      }
      String tail = name.substring(digits);
      if (digits > 0
          && !tail.isEmpty()
          && name.charAt(digits - 1) == '.'
          && tail.length() <= 4
          && tail.indexOf('-') < 0) {
        return new Rotation(name.substring(0, digits - 1), Integer.parseInt(tail), "");
      }
      String date = tail.startsWith("-") ? tail.substring(1) : tail;
      if (digits > 0 && date.length() >= 8) {
        int cut = name.charAt(digits - 1) == '.' ? digits - 1 : digits;
        return new Rotation(name.substring(0, cut), 0, date);
      }
      return new Rotation(name, -1, "~");
    }

    @Override
    public int compareTo(Rotation o) {
      int byDate = date.compareTo(o.date);
      boolean numbered = number > 0 || o.number > 0;
      return numbered ? Integer.compare(o.number, number) : byDate;
    }
  }
}
