package dev.smtpcode.log.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.BlockReader;
import dev.smtpcode.log.LineScanner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pieces of an mbox give the events that it gives whole")
class MboxPiecesTest {
  private static final String[] LINES = {
    "From MAILER-DAEMON  Thu Apr 29 23:34:45 2010",
    "From the bottom of my heart at 12",
    ">From MAILER-DAEMON  Thu Apr 29 23:34:45 2010",
    "From: MAILER-DAEMON@example.net\nTo: anna@example.net\nSubject: failure notice",
    "<bert@example.com>:\nSorry, no mailbox here by that name. (#5.1.1)",
    "--b--",
    "",
    "",
    "x".repeat(700)
  };

  private final MailSource source =
      new MailSource(new MailReader(RuleSet.bundled(), MailWording.bundled()));

  private String mbox(Random random, String lineEnd) {
    StringBuilder text = new StringBuilder(LINES[0]).append(lineEnd).append(LINES[3]);
    int lines = random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      text.append(lineEnd).append(LINES[random.nextInt(LINES.length)]);
    }
    return text.toString().replace("\n", lineEnd);
  }

  private void read(InputStream in, long linesBefore, List<String> events) throws IOException {
    source.read(
        in, "mbox", MailSource.Kind.MBOX, linesBefore, e -> events.add(e.line() + " " + e.text()));
  }

  @Test
  void pieces() throws IOException {
    Random random = new Random(3);
    for (int round = 0; round < 2000; round++) {
      byte[] mbox = mbox(random, random.nextInt(4) == 0 ? "\r\n" : "\n").getBytes(UTF_8);
      List<String> whole = new ArrayList<>();
      read(new ByteArrayInputStream(mbox), 0, whole);
      List<String> inPieces = new ArrayList<>();
      BlockReader blocks = new BlockReader(new ByteArrayInputStream(mbox), false);
      byte[] b = new byte[LineScanner.PADDING + 300 + random.nextInt(3000)];
      MboxPieces pieces = new MboxPieces(blocks);
      long lines = 0;
      int length = pieces.first(b, blocks.head(b));
      while (length > 0) {
        InputStream piece = new ByteArrayInputStream(b, 0, length);
        if (pieces.ended()) {
          byte[] rest = new byte[mbox.length];
          int n = Math.max(0, blocks.readRaw(rest, 0, rest.length));
          piece = new SequenceInputStream(piece, new ByteArrayInputStream(rest, 0, n));
        }
        read(piece, lines, inPieces);
        for (int i = 0; i < length; i++) {
          lines += b[i] == '\n' ? 1 : 0;
        }
        length = pieces.ended() ? 0 : pieces.read(b);
      }
      assertEquals(whole, inPieces, new String(mbox, UTF_8));
    }
  }
}
