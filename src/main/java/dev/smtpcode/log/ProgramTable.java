package dev.smtpcode.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which format the lines of a program in syslog are of. Remembers; one a thread. */
final class ProgramTable {
  /** No format knows the program. */
  static final int UNKNOWN = -1;

  private static final int SLOTS = 256;

  private record Pattern(String text, boolean openStart, boolean openEnd, int format) {
    boolean matches(String program) {
      if (openStart) {
        return program.endsWith(text);
      }
      return openEnd ? program.startsWith(text) : program.equals(text);
    }
  }

  private final List<Pattern> patterns = new ArrayList<>();

  /** Programs seen, by hash; and the format of each. */
  private final byte[][] seen = new byte[SLOTS][];

  private final int[] formatOf = new int[SLOTS];

  ProgramTable(List<LogFormat> formats) {
    for (int i = 0; i < formats.size(); i++) {
      for (String p : formats.get(i).head().programs()) {
        boolean start = p.startsWith("*");
        boolean end = p.endsWith("*");
        String text = p.substring(start ? 1 : 0, p.length() - (end ? 1 : 0));
        patterns.add(new Pattern(text, start, end, i));
      }
    }
  }

  /** The number of the format in the list given, or {@link #UNKNOWN}. */
  int formatOf(byte[] b, int from, int to) {
    int hash = to - from;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + b[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    byte[] last = seen[slot];
    if (last == null || to - from != last.length || !Bytes.at(b, from, to, last)) {
      seen[slot] = Arrays.copyOfRange(b, from, to);
      formatOf[slot] = find(new String(seen[slot], StandardCharsets.ISO_8859_1));
    }
    return formatOf[slot];
  }

  private int find(String program) {
    for (Pattern p : patterns) {
      if (!p.openStart() && !p.openEnd() && p.matches(program)) {
        return p.format();
      }
    }
    for (Pattern p : patterns) {
      if (p.matches(program)) {
        return p.format();
      }
    }
    return UNKNOWN;
  }
}
