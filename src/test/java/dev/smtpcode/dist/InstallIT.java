package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.dist.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("install.sh")
class InstallIT {
  private static final Path SCRIPT = Shell.DISTRIBUTION.resolve("install.sh");

  @TempDir private Path scratch;

  @Test
  @DisplayName("installs below a prefix, over an earlier installation too, and removes all of it")
  void roundTrip() throws Exception {
    Path prefix = scratch.resolve("my prefix");
    Path command = prefix.resolve("bin/smtpcode");
    for (int i = 0; i < 2; i++) {
      Result installed = new Shell(scratch).run(SCRIPT, "--prefix", prefix);
      assertEquals("", installed.err());
      assertEquals(0, installed.status());
    }

    assertTrue(Files.isSymbolicLink(command));
    assertTrue(new Shell(scratch).run(command, "556").out().startsWith("556 "));
    assertTrue(Files.exists(prefix.resolve("share/man/man1/smtpcode-explain.1")));
    assertTrue(Files.exists(prefix.resolve("share/zsh/site-functions/_smtpcode")));

    Path own = prefix.resolve("lib/smtpcode/install.sh");
    Result removed = new Shell(scratch).run(own, "--uninstall", "--prefix", prefix);
    assertEquals("", removed.err());
    assertEquals(List.of(), files(prefix));
  }

  @Test
  @DisplayName("leaves alone what is not its own")
  void foreign() throws Exception {
    Path command = scratch.resolve("bin/smtpcode");
    Files.createDirectories(command.getParent());
    Files.writeString(command, "somebody else's");
    Result result = new Shell(scratch).run(SCRIPT, "--prefix", scratch);
    assertEquals(2, result.status());
    assertEquals(
        "install.sh: "
            + command
            + " exists and is not from install.sh: remove it, or choose another --prefix\n",
        result.err());
    assertEquals("somebody else's", Files.readString(command));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(p -> !Files.isDirectory(p)).map(Path::toString).toList();
    }
  }
}
