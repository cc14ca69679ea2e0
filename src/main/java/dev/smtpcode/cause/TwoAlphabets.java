package dev.smtpcode.cause;

/**
 * Finds literals in ASCII with one automaton and all others with a second, which is built and run
 * only where a text holds more than ASCII: over all bytes one table would be four times as large.
 */
final class TwoAlphabets implements PhraseFinder {
  private final Tables tables;
  private final PhraseAutomaton ascii;
  private PhraseAutomaton others;

  TwoAlphabets(Tables tables) {
    this.tables = tables;
    ascii = new PhraseAutomaton(tables.literals, 0, tables.asciiAnchors());
  }

  @Override
  public void find(byte[] text, int length, Hits hits) {
    ascii.find(text, length, hits);
    for (int i = 0; i < length; i++) {
      if (text[i] < 0) {
        others().find(text, length, hits);
        return;
      }
    }
  }

  private synchronized PhraseAutomaton others() {
    if (others == null) {
      others = new PhraseAutomaton(tables.literals, tables.asciiAnchors(), tables.anchors());
    }
    return others;
  }
}
