package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpcode.dist.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The Debian package")
class DebianPackageIT {
  @TempDir private Path scratch;

  private Shell shell() {
    return new Shell(scratch).with("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
  }

  @Test
  @DisplayName("passes lintian without a warning")
  void lintian() throws Exception {
    assumeTrue(Shell.has("lintian"), "lintian is not installed: the package is not checked");
    Result result = shell().run("lintian", "--fail-on", "error,warning", "--allow-root", deb());
    assertEquals("", result.out());
    assertEquals(0, result.status());
  }

  @Test
  @DisplayName("installs, runs and can be removed")
  void installs() throws Exception {
    assumeTrue(Shell.has("dpkg"), "no dpkg here: the package is not installed");
    assumeTrue(
        Files.isWritable(Path.of("/var/lib/dpkg")), "not root: the package is not installed");
    assumeFalse(
        Files.exists(Path.of("/usr/bin/smtpcode")), "smtpcode is installed here: it is left alone");
    Result installed = shell().run("dpkg", "--install", "--force-depends", deb());
    try {
      assertEquals(0, installed.status(), installed.err());
      Result explained = shell().run("/usr/bin/smtpcode", "556");
      assertEquals("", explained.err());
      assertTrue(explained.out().startsWith("556 "), explained.out());
      assertTrue(Files.exists(Path.of("/usr/share/doc/smtpcode/copyright")));
    } finally {
      assertEquals(0, shell().run("dpkg", "--purge", "smtpcode").status());
    }
    assertTrue(Files.notExists(Path.of("/usr/share/smtpcode")));
  }

  private static Path deb() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("target"))) {
      return files
          .filter(p -> p.toString().endsWith("_all.deb"))
          .findFirst()
          .orElseThrow()
          .toAbsolutePath();
    }
  }
}
