package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpcode.dist.Shell.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The launcher")
class LauncherIT {
  private static final Path LAUNCHER = Shell.DISTRIBUTION.resolve("bin/smtpcode");
  private static final String TITLE = "556  Domain accepts no mail";

  @TempDir private Path scratch;

  private Shell shell() {
    return new Shell(scratch);
  }

  private static void assertExplains(Result result) {
    assertEquals("", result.err());
    assertTrue(result.out().startsWith(TITLE), result.out());
    assertEquals(0, result.status());
  }

  private static void assertComplains(String message, Result result) {
    assertEquals("smtpcode: " + message + "\n", result.err());
    assertEquals("", result.out());
    assertEquals(2, result.status());
  }

  @ParameterizedTest(name = "runs in {0}")
  @ValueSource(strings = {"sh", "dash", "bash", "bash --posix", "busybox sh"})
  void shells(String name) throws Exception {
    assumeTrue(Shell.has(name.split(" ", -1)[0]), name + " is not installed");
    assertExplains(shell().run("sh", "-c", name + " \"$0\" 556", LAUNCHER));
  }

  @Test
  @DisplayName("finds its home through folders with spaces and through links to links")
  void links() throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("a folder; with 'odd' *"));
    Path home = Files.createSymbolicLink(folder.resolve("smtp code"), Shell.DISTRIBUTION);
    Path one = Files.createSymbolicLink(folder.resolve("one"), Path.of("smtp code/bin/smtpcode"));
    Path two =
        Files.createSymbolicLink(scratch.resolve("two"), folder.getFileName().resolve("one"));

    assertExplains(shell().run(home.resolve("bin/smtpcode"), "556"));
    assertExplains(shell().run(one, "556"));
    assertExplains(shell().run(two, "556"));
  }

  @ParameterizedTest(name = "runs as {0} in {1}")
  @CsvSource({"sh smtpcode, bin", "./smtpcode, bin", "bin/smtpcode, .", "sh ../bin/smtpcode, lib"})
  void relative(String command, String folder) throws Exception {
    Shell shell = shell().in(Shell.DISTRIBUTION.resolve(folder));
    assertExplains(shell.run("sh", "-c", command + " 556"));
  }

  @Test
  @DisplayName("says in a line that there is no Java")
  void noJava() throws Exception {
    Path empty = Files.createDirectory(scratch.resolve("empty"));
    assertComplains(
        "no Java found: install Java 17 or newer, or set JAVA_HOME to it",
        shell()
            .without("JAVA_HOME")
            .with("PATH", empty.toString())
            .run("/bin/sh", LAUNCHER, "556"));
  }

  @Test
  @DisplayName("says in a line that JAVA_HOME is wrong")
  void wrongJavaHome() throws Exception {
    assertComplains(
        "JAVA_HOME is /no/such/jdk, which has no bin/java: set it to Java 17 or newer",
        shell().with("JAVA_HOME", "/no/such/jdk").run(LAUNCHER, "556"));
  }

  @ParameterizedTest(name = "says in a line that Java {0} is too old")
  @ValueSource(strings = {"1.8.0_392", "11.0.25"})
  void oldJava(String version) throws Exception {
    String release = "IMPLEMENTOR=\"Some Body\"\nJAVA_VERSION=\"" + version + "\"\n";
    Path told = fakeJava("told", "exit 1", release);
    Path asked = fakeJava("asked", "echo 'openjdk version \"" + version + "\" 2024' >&2", null);
    for (Path java : List.of(told, asked)) {
      assertComplains(
          java.resolve("bin/java")
              + " is Java "
              + version
              + ": smtpcode needs 17 or newer; set JAVA_HOME to it",
          shell().with("JAVA_HOME", java.toString()).run(LAUNCHER, "556"));
    }
  }

  private Path fakeJava(String name, String script, String release) throws IOException {
    Path home = scratch.resolve("java " + name);
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    if (release != null) {
      Files.writeString(home.resolve("release"), release);
    }
    return home;
  }

  @Test
  @DisplayName("takes Java from the PATH, also through links")
  void javaOnPath() throws Exception {
    Path folder = Files.createDirectories(scratch.resolve("some bin"));
    Files.createSymbolicLink(
        folder.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
    assertExplains(
        shell()
            .without("JAVA_HOME")
            .with("PATH", "/no/such/folder:" + folder + ":/usr/bin:/bin")
            .run(LAUNCHER, "556"));
  }

  @Test
  @DisplayName("takes no file name for what find is to do")
  void fileNamedLikeAnAction() throws Exception {
    Path folder = Files.createDirectory(scratch.resolve("logs"));
    for (String name : List.of("-depth", "-delete", "mail.log")) {
      Files.writeString(folder.resolve(name), "nothing\n");
    }
    Result result = shell().in(folder).run(LAUNCHER, "scan", "--", "-depth", "-delete");
    assertTrue(result.out().contains("-delete"), result.out());
    assertTrue(Files.exists(folder.resolve("mail.log")));
  }

  @ParameterizedTest(name = "works with {0}")
  @ValueSource(strings = {"<&-", "2>&-", "</dev/null"})
  void closedStreams(String redirection) throws Exception {
    assertExplains(shell().run("sh", "-c", "\"$0\" 556 " + redirection, LAUNCHER));
  }

  @Test
  @DisplayName("reads nothing from a standard input that is closed")
  void closedInput() throws Exception {
    Result result = shell().run("sh", "-c", "\"$0\" scan --json - <&-", LAUNCHER);
    assertEquals("", result.err());
    assertTrue(result.out().contains("\"sources\":1,\"lines\":0,\"bytes\":0,"), result.out());
  }

  @Test
  @DisplayName("complains where not all can be written")
  void fullDisk() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "no /dev/full");
    for (String arguments :
        List.of("556", "list", "scan --json " + Path.of("pom.xml").toAbsolutePath())) {
      Result result = shell().run("sh", "-c", "\"$0\" " + arguments + " >/dev/full", LAUNCHER);
      assertEquals(2, result.status(), arguments);
      assertTrue(result.err().startsWith("smtpcode: the output cannot be written"), result.err());
      assertEquals(1, result.err().lines().count(), result.err());
    }
  }

  @Test
  @DisplayName("ends quietly where nobody reads")
  void nobodyReads() throws Exception {
    assertEquals("", shell().run("sh", "-c", "\"$0\" 556 >&-", LAUNCHER).err());
    Result head = shell().run("sh", "-c", "\"$0\" list | head -n 1", LAUNCHER);
    assertEquals("", head.err());
    assertEquals(1, head.out().lines().count());
  }

  @Test
  @DisplayName("scans on a machine of more processors than a scan has use for")
  void manyProcessors() throws Exception {
    Path log = Files.writeString(scratch.resolve("empty.log"), "");
    Result result =
        shell()
            .with("JAVA_TOOL_OPTIONS", "-XX:ActiveProcessorCount=256")
            .run(LAUNCHER, "scan", log);
    assertEquals(0, result.status(), result.err());
  }

  @Test
  @DisplayName("works without a home folder, and makes none")
  void noHome() throws Exception {
    Path missing = scratch.resolve("missing");
    assertExplains(shell().without("SMTPCODE_NO_ARCHIVE").without("HOME").run(LAUNCHER, "556"));
    assertExplains(
        shell()
            .without("SMTPCODE_NO_ARCHIVE")
            .with("HOME", missing.toString())
            .run(LAUNCHER, "556"));
    assertFalse(Files.exists(missing));
  }

  @Test
  @DisplayName("works where the cache cannot be written")
  void readOnlyCache() throws Exception {
    Path file = Files.createFile(scratch.resolve("file"));
    assertExplains(
        shell()
            .without("SMTPCODE_NO_ARCHIVE")
            .with("SMTPCODE_CACHE", file.resolve("cache").toString())
            .with("SMTPCODE_WAIT_FOR_ARCHIVE", "1")
            .run(LAUNCHER, "556"));
  }

  @ParameterizedTest(name = "writes UTF-8 and no colors to a pipe in {0}")
  @ValueSource(strings = {"C", "POSIX", "en_US.ISO-8859-1", "th_TH.UTF-8"})
  void locales(String locale) throws Exception {
    Result result =
        shell()
            .with("LC_ALL", locale)
            .with("TERM", "dumb")
            .run(LAUNCHER, "explain", "mailbox-full");
    assertEquals("", result.err());
    assertFalse(result.out().indexOf(0x1b) >= 0, "an escape sequence");
    assertFalse(result.out().contains("\uFFFD") || result.out().contains("??"), result.out());
    boolean isThai = result.out().codePoints().anyMatch(c -> c >= 0x0E00 && c <= 0x0E7F);
    assertEquals(locale.startsWith("th"), isThai);
  }

  @Test
  @DisplayName("makes its class archive once, out of sight, and replaces what a killed run left")
  void archive() throws Exception {
    Path cache = scratch.resolve("cache with spaces");
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    String id = Files.readString(Shell.DISTRIBUTION.resolve("lib/smtpcode.id")).strip();
    Path stale = Files.createDirectories(cache.resolve(id + "-x.jsa.lock"));
    Files.writeString(stale.resolve("7.jsa"), "half");
    Files.setLastModifiedTime(stale, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    Path earlier = Files.createDirectories(cache.resolve("0123456789abcdef-17"));

    Object[] make = {
      Shell.DISTRIBUTION.resolve("bin/smtpcode-archive"), java, jar(), cache, id + "-x.jsa"
    };
    Path out = scratch.resolve("out");
    Process first = shell().start(out, out, make);
    Process second = shell().start(out, out, make);

    assertEquals(1, first.waitFor() + second.waitFor(), "one makes it, the other leaves it");
    assertEquals("", Files.readString(out));
    assertEquals(List.of(id + "-x.jsa"), names(cache));
    assertFalse(Files.exists(earlier));
    Result result =
        shell()
            .run(
                java,
                "-XX:SharedArchiveFile=" + cache.resolve(id + "-x.jsa"),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                jar(),
                "dev.smtpcode.cli.Main",
                "556");
    assertExplains(result);
  }

  @Test
  @DisplayName("leaves nothing behind where the disk is full")
  void diskFull() throws Exception {
    Path cache = Files.createDirectory(scratch.resolve("cache"));
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Result result =
        shell()
            .run(
                "sh",
                "-c",
                "ulimit -f 8192; exec \"$0\" \"$@\"",
                Shell.DISTRIBUTION.resolve("bin/smtpcode-archive"),
                java,
                jar(),
                cache,
                "x.jsa");
    assertEquals(1, result.status());
    assertEquals("", result.out() + result.err());
    assertEquals(List.of(), names(cache));
  }

  private static Path jar() throws IOException {
    try (Stream<Path> lib = Files.list(Shell.DISTRIBUTION.resolve("lib"))) {
      return lib.filter(p -> p.getFileName().toString().startsWith("smtpcode-"))
          .filter(p -> p.toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
