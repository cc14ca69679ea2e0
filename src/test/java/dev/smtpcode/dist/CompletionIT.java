package dev.smtpcode.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.smtpcode.dist.Shell.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Completion")
class CompletionIT {
  private static final Path SHARE = Shell.DISTRIBUTION.resolve("share");

  /** What readline does: words end at spaces, and at = and : too. */
  private static final String PRESS_TAB =
      """
      source "$0"
      COMP_LINE=$1 COMP_POINT=${#1}
      spaced=${1//=/ = }
      read -ra COMP_WORDS <<<"${spaced//:/ : }"
      [[ $1 == *' ' ]] && COMP_WORDS+=('')
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
      _smtpcode
      printf '%s\\n' "${COMPREPLY[@]}"
      """;

  @TempDir private Path scratch;

  @ParameterizedTest(name = "bash: {0}")
  @CsvSource(
      textBlock =
          """
          smtpcode sea, search
          smtpcode 556, 556
          smtpcode explain 5.1.10, 5.1.10
          smtpcode explain greyl, greylisted
          smtpcode compare 211 TSS04, TSS04
          smtpcode explain HL:RE, REP
          smtpcode explain --format=j, json
          smtpcode scan --format c, csv
          smtpcode list --provider gma, gmail
          'smtpcode scan --cause timeout,greyl', 'timeout,greylisted'
          smtpcode help com, compare
          """)
  void bash(String line, String completed) throws Exception {
    assumeTrue(Shell.has("bash"), "bash is not installed");
    Path script = SHARE.resolve("bash-completion/completions/smtpcode");
    Result result = new Shell(scratch).run("bash", "-c", PRESS_TAB, script, line);
    assertEquals("", result.err());
    assertEquals(List.of(completed), result.out().lines().toList());
  }

  @Test
  @DisplayName("zsh reads its functions")
  void zsh() throws Exception {
    assumeTrue(Shell.has("zsh"), "zsh is not installed");
    Path script = SHARE.resolve("zsh/site-functions/_smtpcode");
    Result result = new Shell(scratch).run("zsh", "-n", script);
    assertEquals("", result.out() + result.err());
    assertEquals(0, result.status());
  }

  @Test
  @DisplayName("fish shows titles")
  void fish() throws Exception {
    assumeTrue(Shell.has("fish"), "fish is not installed");
    Path script = SHARE.resolve("fish/vendor_completions.d/smtpcode.fish");
    Result result =
        new Shell(scratch)
            .run("fish", "-c", "source $argv[1]; complete -C 'smtpcode explain 556'", script);
    assertEquals("", result.err());
    assertEquals("556\tDomain accepts no mail (null MX)\n", result.out());
  }

  @Test
  @DisplayName("groff has nothing to say against the manual pages")
  void manualPages() throws Exception {
    assumeTrue(Shell.has("groff"), "groff is not installed");
    Result result =
        new Shell(scratch)
            .run(
                "sh",
                "-c",
                "groff -ww -man -Tascii -z \"$0\"/* && groff -k -ww -man -Tutf8 -z \"$1\"/*",
                SHARE.resolve("man/man1"),
                SHARE.resolve("man/th/man1"));
    assertEquals("", result.out() + result.err());
  }
}
