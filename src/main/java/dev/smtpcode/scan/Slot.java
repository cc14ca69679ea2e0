package dev.smtpcode.scan;

import dev.smtpcode.log.BlockReader;

/** A block on its way: read, scanned, and kept until those before it are counted. */
final class Slot {
  final byte[] block = new byte[BlockReader.BLOCK];
  final Tally tally;
  final ByteOut out = new ByteOut();
  int length;

  /** Whether the block is a document, or a piece of one. */
  boolean document;

  /** Whether what is left of the document belongs to this slot too. */
  boolean last;

  long sequence;
  OpenSource source;

  /** Lines of the source before this block. */
  long firstLine;

  Slot(Tally.Wants wants) {
    tally = new Tally(wants);
  }
}
