package dev.smtpcode.cause;

/** Finds literals in a text. */
interface PhraseFinder {

  /** Told of each literal found. */
  interface Hits {
    /**
     * Takes one occurrence.
     *
     * @param literal its number
     * @param end the index behind its last byte
     */
    void hit(int literal, int end);
  }

  /** Reports every occurrence of every literal in {@code text[0,length)}, none twice. */
  void find(byte[] text, int length, Hits hits);
}
