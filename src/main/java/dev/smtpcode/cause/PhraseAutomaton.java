package dev.smtpcode.cause;

import java.util.Arrays;

/**
 * Finds all of many literals in one pass, one table look-up a byte (Aho and Corasick 1975, with the
 * failure transitions folded into a dense table over the bytes that occur).
 *
 * <p>States in which a literal ends are numbered last, so that one comparison tells them.
 * Immutable; literals are at least one byte long.
 */
final class PhraseAutomaton implements PhraseFinder {
  private static final int MOST_STATES = 1 << 16;

  /** Class of each byte; bytes that occur in no literal share class 0. */
  private final byte[] classOf = new byte[256];

  /** log2 of the length of a row. */
  private final int shift;

  /** The next state, for state and class. */
  private final char[] next;

  /** The first state in which a literal ends. */
  private final int hitsFrom;

  /** For each such state, from {@link #hitsFrom} on: the literals that end in it. */
  private final int[][] hitsOf;

  /**
   * An automaton over the literals {@code from} to {@code to}, exclusive.
   *
   * @throws IllegalArgumentException where they need more than 65536 states
   */
  PhraseAutomaton(Literals literals, int from, int to) {
    Trie trie = new Trie(literals, from, to);
    int[] number = trie.numberHitsLast();
    int classes = 1;
    for (int state = 1; state < trie.states; state++) {
      int b = trie.label[state] & 0xff;
      if (classOf[b] == 0) {
        classOf[b] = (byte) classes++;
      }
    }
    shift = 32 - Integer.numberOfLeadingZeros(Math.max(1, classes - 1));
    if (trie.states > MOST_STATES) {
      throw new IllegalArgumentException(
          "too many phrases for one automaton: " + trie.states + " states");
    }
    hitsFrom = trie.silent;
    hitsOf = new int[trie.states - trie.silent][];
    next = new char[trie.states << shift];
    for (int q = 0; q < trie.states; q++) {
      fill(trie, trie.breadthFirst[q], number);
    }
  }

  /** Fills the row of a state, that of its failure being filled. */
  private void fill(Trie trie, int state, int[] number) {
    int row = number[state] << shift;
    if (state != 0) {
      System.arraycopy(next, number[trie.failure[state]] << shift, next, row, 1 << shift);
    }
    for (int c = trie.firstChild[state]; c != 0; c = trie.sibling[c]) {
      next[row + (classOf[trie.label[c] & 0xff] & 0xff)] = (char) number[c];
    }
    if (number[state] >= hitsFrom) {
      hitsOf[number[state] - trie.silent] = trie.hits(state);
    }
  }

  @Override
  public void find(byte[] text, int length, Hits hits) {
    int state = 0;
    for (int i = 0; i < length; i++) {
      state = next[(state << shift) + (classOf[text[i] & 0xff] & 0xff)];
      if (state >= hitsFrom) {
        for (int literal : hitsOf[state - hitsFrom]) {
          hits.hit(literal, i + 1);
        }
      }
    }
  }

  /**
   * The literals as a tree of their bytes, from which the table is filled. What is done for each
   * literal and each state is a method of its own, which the JVM compiles long before a loop.
   */
  private static final class Trie {
    final int[] firstChild;
    final int[] sibling;
    final byte[] label;
    final int[] failure;
    final int[] breadthFirst;

    /** A literal that ends in a state, or -1, and beside each literal the next that ends there. */
    private final int[] firstHit;

    private final int[] sameEnd;
    private final boolean[] anyHit;
    int states = 1;

    /** How many states no literal ends in. */
    int silent;

    Trie(Literals literals, int from, int to) {
      int most = literals.start(to) - literals.start(from) + 1;
      firstChild = new int[most];
      sibling = new int[most];
      label = new byte[most];
      firstHit = new int[most];
      Arrays.fill(firstHit, -1);
      sameEnd = new int[to];
      for (int n = from; n < to; n++) {
        insert(n, literals.bytes(), literals.start(n), literals.end(n));
      }
      failure = new int[states];
      breadthFirst = new int[states];
      anyHit = new boolean[states];
      linkFailures();
    }

    private void insert(int literal, byte[] bytes, int from, int to) {
      int state = 0;
      for (int i = from; i < to; i++) {
        int child = child(state, bytes[i]);
        state = child != 0 ? child : add(state, bytes[i]);
      }
      sameEnd[literal] = firstHit[state];
      firstHit[state] = literal;
    }

    private int child(int state, byte b) {
      int c = firstChild[state];
      while (c != 0 && label[c] != b) {
        c = sibling[c];
      }
      return c;
    }

    private int add(int parent, byte b) {
      int state = states++;
      label[state] = b;
      sibling[state] = firstChild[parent];
      firstChild[parent] = state;
      return state;
    }

    /** Breadth first, for the failure of a state is a shorter one. */
    private void linkFailures() {
      int tail = 1;
      for (int head = 0; head < tail; head++) {
        tail = linkChildren(breadthFirst[head], tail);
      }
    }

    private int linkChildren(int state, int end) {
      int tail = end;
      anyHit[state] = firstHit[state] >= 0 || anyHit[failure[state]];
      for (int c = firstChild[state]; c != 0; c = sibling[c]) {
        failure[c] = state == 0 ? 0 : onward(failure[state], label[c]);
        breadthFirst[tail++] = c;
      }
      return tail;
    }

    /** Where a byte leads from a state or, where it leads nowhere, from the shorter ones. */
    private int onward(int state, byte b) {
      int from = state;
      int child = child(from, b);
      while (child == 0 && from != 0) {
        from = failure[from];
        child = child(from, b);
      }
      return child;
    }

    int[] numberHitsLast() {
      for (int s = 0; s < states; s++) {
        silent += anyHit[s] ? 0 : 1;
      }
      int[] number = new int[states];
      int quiet = 0;
      int loud = silent;
      for (int q = 0; q < states; q++) {
        int s = breadthFirst[q];
        number[s] = anyHit[s] ? loud++ : quiet++;
      }
      return number;
    }

    /** All literals that end in a state, its own and those of its suffixes. */
    int[] hits(int state) {
      int[] found = new int[4];
      int count = 0;
      for (int s = state; s != 0; s = failure[s]) {
        for (int n = firstHit[s]; n >= 0; n = sameEnd[n]) {
          if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
          }
          found[count++] = n;
        }
      }
      return Arrays.copyOf(found, count);
    }
  }
}
