package dev.smtpcode.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the delivery events in blocks of whole lines. One a thread; a source whose format remembers
 * earlier lines needs one of its own.
 *
 * <p>Most lines of a log are no events. Where the source's format tells that by how a message
 * begins, only its beginning is looked at; else, where it allows, a block is searched for markers
 * and line ends in one pass, and only a line with a marker is read. Lines of other programs are
 * given to the other formats.
 */
public final class LineScanner {
  /** Bytes behind the end of a block that must be there to be read, whatever they are. */
  public static final int PADDING = 16;

  private static final int SAMPLE_LINES = 400;
  private static final byte[] CURSOR = {'_', '_', 'C', 'U', 'R', 'S', 'O', 'R', '='};

  private final List<LogFormat> formats;

  /** By the number of the format; made when first needed, null for JSON. */
  private final LineMatcher[] matchers;

  private final ProgramTable programs;
  private final LineHead head = new LineHead();
  private final TextMatcher text = new TextMatcher();
  private final LogEvent event = new LogEvent();
  private JsonLines jsonLines;
  private final JournalExport journal;
  private final int forced;

  /** Whether replies in text of no known format count, and whether known formats do. */
  private final boolean anyText;

  private final boolean known;

  private EventSink sink;
  private int main = ProgramTable.UNKNOWN;
  private Prefilter filter;

  /**
   * The source's format where it tells most lines that are no events by their beginning; or null.
   */
  private RuleMatcher headed;

  private int line;
  private int cut;
  private boolean recognised;

  /** Where in a line the program's name stood last, and the bytes it begins with. */
  private int tagAt = -1;

  private long tagWord;
  private long tagMask;

  /**
   * @param only id of the format that all lines are of, or null to find out
   */
  public LineScanner(LogFormats formats, String only) {
    this.formats = formats.all();
    programs = new ProgramTable(this.formats);
    matchers = new LineMatcher[this.formats.size()];
    int number = ProgramTable.UNKNOWN;
    for (int i = 0; i < matchers.length; i++) {
      if (this.formats.get(i).id().equals(only)) {
        number = i;
      }
    }
    forced = number;
    anyText = only == null || only.equals(TextMatcher.ID);
    known = only == null || !only.equals(TextMatcher.ID);
    journal = new JournalExport(this);
  }

  /** Reads a format's lines; null for one of JSON. */
  private LineMatcher matcher(int format) {
    LineMatcher m = matchers[format];
    if (m == null && !formats.get(format).isJson()) {
      m = formats.get(format).matcher();
      matchers[format] = m;
    }
    return m;
  }

  private JsonLines jsonLines() {
    if (jsonLines == null) {
      List<JsonMatcher> json = new ArrayList<>();
      for (int i = 0; i < matchers.length; i++) {
        boolean wanted = forced < 0 ? known : forced == i;
        if (wanted && formats.get(i).isJson()) {
          json.add(new JsonMatcher(formats.get(i).file()));
        }
      }
      jsonLines = new JsonLines(this, json);
    }
    return jsonLines;
  }

  /** From now on of deliveries only message, recipient and domain are wanted, which is quicker. */
  public void briefDeliveries() {
    event.brief = true;
  }

  /** What was found out about a source from its first block. */
  public record Nature(int format, boolean remembers, boolean journal) {
    /** Before anything is known. */
    public static final Nature UNKNOWN = new Nature(ProgramTable.UNKNOWN, false, false);
  }

  /** Finds out what a source is from its first block, lines cut short at its end included. */
  public Nature detect(byte[] b, int from, int to) {
    sink = e -> {};
    main = ProgramTable.UNKNOWN;
    if (Bytes.at(b, from, to, CURSOR)) {
      return new Nature(ProgramTable.UNKNOWN, true, true);
    }
    int[] votes = new int[matchers.length];
    boolean remembers = false;
    int start = from;
    int last = ProgramTable.UNKNOWN;
    tagAt = -1;
    for (int n = 0; n < SAMPLE_LINES && start < to; n++) {
      int stop = Bytes.lineEnd(b, start, to);
      int format = last;
      if (ownMessage(b, start, stop) < 0) {
        format = formatOf(b, start, stop > start && b[stop - 1] == '\r' ? stop - 1 : stop);
        if (format >= 0 && head.hasProgram()) {
          last = format;
          rememberTag(b, start);
        }
      }
      if (format >= 0 && !(matcher(format) instanceof RuleMatcher m && !m.hasEvents())) {
        votes[format]++;
        remembers |= matcher(format).remembers();
      }
      start = stop + 1;
    }
    int best = forced;
    for (int i = 0; i < votes.length && forced < 0; i++) {
      if (votes[i] > 0 && (best < 0 || votes[i] > votes[best])) {
        best = i;
      }
    }
    if (best >= 0 && matcher(best) != null) {
      remembers |= matcher(best).remembers();
    }
    reset();
    return new Nature(best, remembers, false);
  }

  private int formatOf(byte[] b, int from, int to) {
    if (to <= from || b[from] == '{') {
      return ProgramTable.UNKNOWN;
    }
    readHead(b, from, to);
    if (head.hasProgram()) {
      int format = programs.formatOf(b, head.programFrom(), head.programTo());
      return format >= 0 && matcher(format) != null ? format : ProgramTable.UNKNOWN;
    }
    for (int i = 0; i < matchers.length; i++) {
      if (matcher(i) != null && matcher(i).match(b, start(i, from), to, event, sink)) {
        return i;
      }
    }
    return ProgramTable.UNKNOWN;
  }

  /** Begins a source, or goes on with one. */
  public void source(Nature nature, Instant reference) {
    head.reference(reference);
    main = forced >= 0 ? forced : known ? nature.format() : ProgramTable.UNKNOWN;
    journal.active(nature.journal());
    filter = null;
    headed = null;
    tagAt = -1;
    tagMask = 0;
    if (main >= 0 && matcher(main) instanceof RuleMatcher rules) {
      if (rules.tellsByBeginning()) {
        headed = rules;
      } else {
        filter = Prefilter.of(rules.markers());
      }
    }
  }

  /** Forgets the lines before. */
  public void reset() {
    for (LineMatcher m : matchers) {
      if (m != null) {
        m.reset();
      }
    }
    journal.reset();
  }

  /** Reports what is left at the end of a source. */
  public void finish(EventSink events) {
    sink = events;
    if (journal.active()) {
      journal.line(new byte[0], 0, 0);
    }
  }

  /**
   * Reports the events of a JSON document that does not keep to lines.
   *
   * @return the number of its lines
   * @throws java.io.IOException where it cannot be read or is no JSON
   */
  public int document(java.io.InputStream in, EventSink events) throws java.io.IOException {
    sink = events;
    recognised = false;
    jsonLines().document(in);
    return line + 1;
  }

  /** Lines of the last block that were longer than {@link BlockReader#MAX_LINE}. */
  public int cut() {
    return cut;
  }

  /** Whether a line of a known format was among the lines of the last block. */
  public boolean recognised() {
    return recognised;
  }

  /**
   * Reports the events in {@code b[from,to)}, which ends with the end of a line or of the source.
   *
   * @param b at least {@link #PADDING} longer than {@code to}
   * @return the number of lines
   */
  public int scan(byte[] b, int from, int to, EventSink events) {
    sink = events;
    line = 0;
    cut = 0;
    recognised = false;
    if (headed != null && !journal.active()) {
      headed(b, from, to);
    } else if (filter == null || journal.active()) {
      eachLine(b, from, to);
    } else {
      filtered(b, from, to);
    }
    return line;
  }

  private void headed(byte[] b, int from, int to) {
    int start = from;
    while (start < to) {
      start = headedLine(b, start, to);
    }
  }

  /**
   * Reads the line at {@code start}; not part of the loop, which takes the JVM longer to compile.
   *
   * @return where the next one begins
   */
  private int headedLine(byte[] b, int start, int to) {
    int next = Bytes.lineEnd(b, start, to);
    int end = upToLimit(start, next);
    int message = ownMessage(b, start, end);
    if (message < 0) {
      line(b, start, end);
    } else {
      int behind = RuleMatcher.behindId(b, message, end);
      if (headed.mayBegin(b, message, behind)) {
        ownEvent(b, start, message, behind, b[end - 1] == '\r' ? end - 1 : end);
      }
    }
    line++;
    return next + 1;
  }

  /**
   * Where the message begins in a line of the source's own format, whose program stands where it
   * stood last and has a process id; -1 where that is not so.
   */
  private int ownMessage(byte[] b, int from, int to) {
    int tag = from + tagAt;
    if (tagAt < 0 || tag + 8 >= to || (Bytes.word(b, tag) & tagMask) != tagWord) {
      return -1;
    }
    int space = Bytes.indexOf(b, tag + 4, to, ' ');
    boolean named = space > 0 && b[space - 1] == ':' && b[space - 2] == ']';
    return named && b[space + 1] != '[' ? space + 1 : -1; // Solaris puts an id there
  }

  private void ownEvent(byte[] b, int from, int message, int behind, int to) {
    event.line = line;
    if (head.readStamp(b, from, to)) {
      takeTime();
    } else {
      readHead(b, from, to);
    }
    recognised = true;
    headed.match(b, message, behind, message, to, event, sink);
  }

  private void eachLine(byte[] b, int from, int to) {
    int start = from;
    while (start < to) {
      int end = Bytes.lineEnd(b, start, to);
      line(b, start, upToLimit(start, end));
      line++;
      start = end + 1;
    }
  }

  /** The end of what is read of a line. */
  private int upToLimit(int start, int end) {
    if (end - start <= BlockReader.MAX_LINE) {
      return end;
    }
    cut++;
    return start + BlockReader.MAX_LINE;
  }

  private void filtered(byte[] b, int from, int to) {
    Prefilter f = filter;
    int start = from;
    int hit = -1;
    for (int i = f.next(b, from, to); i < to; i = f.next(b, i + 8, to)) {
      long marks = f.marks(b, i);
      long ends = f.ends(b, i);
      if (ends == 0) {
        hit = hit < 0 ? i : hit;
        continue;
      }
      for (; ends != 0; ends &= ends - 1) {
        long end = ends & -ends;
        int at = i + (Long.numberOfTrailingZeros(end) >> 3);
        if (b[at] != '\n' || at >= to) {
          continue;
        }
        if (hit < 0 && (marks & end - 1) != 0) {
          hit = i;
        }
        marks &= -end;
        filteredLine(b, start, upToLimit(start, at), hit);
        line++;
        start = at + 1;
        hit = -1;
      }
      if (hit < 0 && marks != 0) {
        hit = i;
      }
    }
    if (start < to) {
      filteredLine(b, start, upToLimit(start, to), hit);
      line++;
    }
  }

  /**
   * @param hit about where a marker may be, or -1 where none is
   */
  private void filteredLine(byte[] b, int from, int to, int hit) {
    boolean own =
        tagAt >= 0 && from + tagAt + 8 < to && (Bytes.word(b, from + tagAt) & tagMask) == tagWord;
    if (!own) {
      line(b, from, to);
    } else if (hit >= 0) {
      ownLine(b, from, b[to - 1] == '\r' ? to - 1 : to, hit);
    }
  }

  /** Reads a line of the source's own format that may hold a marker. */
  private void ownLine(byte[] b, int from, int to, int hit) {
    event.line = line;
    readHead(b, from, to);
    int message = head.messageFrom();
    ((RuleMatcher) matcher(main))
        .matchBehind(b, message, Math.max(message, hit - filter.reach), to, event, sink);
    recognised = true;
  }

  /** Remembers where the program of the source's own format stands in this line. */
  private void rememberTag(byte[] b, int from) {
    tagAt = -1;
    int length = Math.min(8, head.programTo() - head.programFrom());
    // up to the first character that differs between the programs of one mail server
    int n = 0;
    while (n < length && Bytes.isLetter(b[head.programFrom() + n])) {
      n++;
    }
    if (n >= 4 && head.isPlain()) {
      tagAt = head.programFrom() - from;
      tagMask = n == 8 ? -1L : (1L << 8 * n) - 1;
      tagWord = Bytes.word(b, head.programFrom()) & tagMask;
    }
  }

  private void readHead(byte[] b, int from, int to) {
    head.read(b, from, to);
    takeTime();
  }

  private void takeTime() {
    event.time = head.time();
    event.offset = head.offset();
  }

  /** Reads one line, its end taken off. */
  void line(byte[] b, int from, int end) {
    int to = end > from && b[end - 1] == '\r' ? end - 1 : end;
    if (journal.active()) {
      journal.line(b, from, to);
      return;
    }
    if (to <= from) {
      return;
    }
    event.line = line;
    if (b[from] == '{' || b[from] == '[') {
      if (jsonLines().line(b, from, to)) {
        return;
      }
    }
    readHead(b, from, to);
    if (head.hasProgram() && forced < 0) {
      int format = programs.formatOf(b, head.programFrom(), head.programTo());
      if (format == main && format >= 0) {
        rememberTag(b, from);
      }
      message(b, format, head.messageFrom(), to);
    } else {
      unnamed(b, from, to);
    }
  }

  /** Reads a message of a program that is known by name, or of none that is known. */
  void message(byte[] b, int ofProgram, int from, int to) {
    int format = forced < 0 ? ofProgram : forced;
    if (known && format >= 0 && matcher(format) != null) {
      recognised = true;
      matcher(format).match(b, from, to, event, sink);
    } else if (anyText) {
      text.match(b, from, to, event, sink);
    }
  }

  /** Reads a line that names no program. */
  private void unnamed(byte[] b, int from, int to) {
    if (main >= 0
        && matcher(main) != null
        && matcher(main).match(b, start(main, from), to, event, sink)) {
      recognised = true;
      return;
    }
    for (int i = 0; i < matchers.length && known && forced < 0; i++) {
      if (i != main && matcher(i) != null && matcher(i).match(b, start(i, from), to, event, sink)) {
        recognised = true;
        return;
      }
    }
    if (anyText && main < 0) { // else it is a line of that format, and no event
      text.match(b, head.messageFrom(), to, event, sink);
    }
  }

  /** Rows of CSV begin with their stamp; other lines are read behind it. */
  private int start(int matcher, int lineFrom) {
    LineMatcher m = matcher(matcher);
    return m instanceof CsvMatcher || m instanceof ExchangeProtocolMatcher
        ? lineFrom
        : head.messageFrom();
  }

  /**
   * Reads a text that was wrapped in another, such as a container's JSON, with the time of the
   * outer one.
   */
  void inner(byte[] b, int from, int to, String program, long time, int offset) {
    if (program != null) {
      byte[] name = program.getBytes(java.nio.charset.StandardCharsets.UTF_8);
      event.time = time;
      event.offset = offset;
      message(b, programs.formatOf(name, 0, name.length), from, to);
      return;
    }
    head.read(b, from, to);
    event.time = head.timed() ? head.time() : time;
    event.offset = head.timed() ? head.offset() : offset;
    if (head.hasProgram()) {
      message(
          b, programs.formatOf(b, head.programFrom(), head.programTo()), head.messageFrom(), to);
    } else {
      unnamed(b, from, to);
    }
  }

  LogEvent event() {
    return event;
  }

  EventSink sink() {
    return sink;
  }

  StampReader stamps() {
    return head.stamps();
  }

  void recognise() {
    recognised = true;
  }

  /** The event's place is counted from here where a source has no lines. */
  void place(int number) {
    line = number;
    event.line = number;
  }
}
