package dev.smtpcode.scan;

import dev.smtpcode.log.BlockReader;
import dev.smtpcode.log.InputFile;
import dev.smtpcode.log.LineScanner;
import dev.smtpcode.log.LineScanner.Nature;
import dev.smtpcode.log.Unpacked;
import dev.smtpcode.log.mail.MboxPieces;
import java.io.InputStream;

/** A source that is being read. */
final class OpenSource {
  final InputFile file;
  final byte[] jsonName;
  final InputStream stream;
  final BlockReader blocks;
  Nature nature = Nature.UNKNOWN;

  /** Its own scanner where lines depend on lines before, else null. */
  LineScanner scanner;

  /** What an mbox is read by, else null. */
  MboxPieces pieces;

  long lines;

  /** Bytes of the pieces handed out. */
  long handedOut;

  final Mark mark;

  OpenSource(InputFile file, int place, String name, byte[] jsonName, Unpacked.Opened opened) {
    this.file = file;
    this.jsonName = jsonName;
    this.stream = opened.stream();
    this.blocks = new BlockReader(stream, !file.isFile() && !opened.compressed());
    this.mark = new Mark(place, name);
  }

  /** What is kept of a source once it was read. */
  static final class Mark {
    /** Its place among the sources. */
    final int place;

    final String name;

    /** Whether anything of a known format was in it. */
    volatile boolean recognised;

    /** Whether its beginning looked like no text. */
    boolean binary;

    Mark(int place, String name) {
      this.place = place;
      this.name = name;
    }
  }
}
