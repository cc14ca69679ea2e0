package dev.smtpcode.scan;

import dev.smtpcode.log.BlockReader;
import dev.smtpcode.log.mail.MailSource;

/** A block on its way: read, scanned, and kept until those before it are counted. */
final class Slot {
  final byte[] block = new byte[BlockReader.BLOCK];
  final Tally tally;
  final ByteOut out = new ByteOut();
  int length;

  /** Of what kind the document is that the block is, or is a piece of; null for lines. */
  MailSource.Kind document;

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
