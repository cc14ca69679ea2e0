package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Inputs are found and put in the order of time")
class InputFinderTest {

  private static List<String> names(InputFinder finder, Path folder) {
    return finder.found().stream()
        .map(f -> f.path() == null ? f.name() : folder.relativize(f.path()).toString())
        .toList();
  }

  private static void files(Path folder, String... names) throws IOException {
    for (String name : names) {
      Path p = folder.resolve(name);
      Files.createDirectories(p.getParent());
      Files.writeString(p, name);
    }
  }

  @Test
  @DisplayName("rotations: the highest number first, the current file last")
  void rotations(@TempDir Path folder) throws IOException {
    files(
        folder,
        "mail.log",
        "mail.log.1",
        "mail.log.10.gz",
        "mail.log.2.gz",
        "mainlog-20261101",
        "mainlog-20261102.gz",
        "mainlog");
    InputFinder finder = new InputFinder();
    assertTrue(finder.add(folder + "/mai*log*"));
    finder.order();
    assertEquals(
        List.of(
            "mail.log.10.gz",
            "mail.log.2.gz",
            "mail.log.1",
            "mail.log",
            "mainlog-20261101",
            "mainlog-20261102.gz",
            "mainlog"),
        names(finder, folder));
  }

  @Test
  @DisplayName("folders with all below them, but not what a Maildir is still being given")
  void folders(@TempDir Path folder) throws IOException {
    files(folder, "a/cur/1", "a/new/2", "b.eml");
    InputFinder finder = new InputFinder();
    assertTrue(finder.add(folder.toString()));
    assertTrue(finder.add("-"));
    finder.order();
    assertEquals(List.of("a/cur/1", "a/new/2", "b.eml", "-"), names(finder, folder));
  }

  @Test
  void nothing(@TempDir Path folder) {
    assertFalse(new InputFinder().add(folder + "/none"));
    assertFalse(new InputFinder().add(folder + "/*.log"));
    assertFalse(new InputFinder().add("\0"));
  }
}
