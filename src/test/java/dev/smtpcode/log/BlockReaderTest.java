package dev.smtpcode.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("A stream is divided into blocks of whole lines")
class BlockReaderTest {
  private final byte[] block = new byte[BlockReader.BLOCK];

  private String all(BlockReader reader) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int n = reader.read(block); n >= 0; n = reader.read(block)) {
      assertTrue(n > 0);
      out.write(block, 0, n);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static InputStream of(String s) {
    return new ByteArrayInputStream(s.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nothingIsLost() throws IOException {
    StringBuilder log = new StringBuilder();
    for (int i = 0; log.length() < 5_000_000; i++) {
      log.append("line ").append(i).append(" ".repeat(i % 200)).append('\n');
    }
    log.append("the last one has no end");
    assertEquals(log.toString(), all(new BlockReader(of(log.toString()), false)));
  }

  @Test
  @DisplayName("a line of many megabytes is cut and counted, those around it are whole")
  void longLine() throws IOException {
    BlockReader reader =
        new BlockReader(of("before\n" + "x".repeat(5_000_000) + "\nafter\n"), false);
    String read = all(reader);
    assertTrue(read.startsWith("before\nxxx"));
    assertTrue(read.endsWith("x\nafter\n"));
    assertEquals(7 + BlockReader.MAX_LINE + 6, read.length());
    assertEquals(1, reader.takeCut());
    assertEquals(0, reader.takeCut());
  }

  @Test
  @DisplayName("where a stream breaks off, what came before is handed on, then the reason")
  void broken() throws IOException {
    InputStream bad =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] into, int from, int most) throws IOException {
            throw new IOException("gone");
          }
        };
    BlockReader reader = new BlockReader(new SequenceInputStream(of("one\ntwo\n"), bad), false);
    assertEquals(8, reader.read(block));
    IOException e = assertThrows(IOException.class, () -> reader.read(block));
    assertEquals("gone", e.getMessage());
  }

  @Test
  @Timeout(20)
  @DisplayName("where a pipe pauses, the lines that came so far are handed on at once")
  void pause() throws IOException {
    try (PipedOutputStream writer = new PipedOutputStream();
        PipedInputStream pipe = new PipedInputStream(writer)) {
      BlockReader reader = new BlockReader(pipe, true);
      writer.write("one\ntwo\nthr".getBytes(StandardCharsets.UTF_8));
      int n = reader.read(block);
      assertEquals("one\ntwo\n", new String(block, 0, n, StandardCharsets.UTF_8));
      writer.write("ee\n".getBytes(StandardCharsets.UTF_8));
      n = reader.read(block);
      assertEquals("three\n", new String(block, 0, n, StandardCharsets.UTF_8));
    }
  }
}
