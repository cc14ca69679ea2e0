package dev.smtpcode.scan;

import dev.smtpcode.log.Beginning;
import dev.smtpcode.log.BulkInputStream;
import dev.smtpcode.log.Bytes;
import dev.smtpcode.log.InputFile;
import dev.smtpcode.log.LineScanner;
import dev.smtpcode.log.LineScanner.Nature;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Unpacked;
import dev.smtpcode.log.mail.MailReader;
import dev.smtpcode.log.mail.MailSource;
import dev.smtpcode.log.mail.MboxPieces;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;

/**
 * Moves blocks from the sources through scanning threads into the tally or the output. One thread
 * at a time reads, holding {@link #reading}; so a slow pipe or a decompressor has a thread of its
 * own while others scan. A source whose lines depend on lines before is scanned by the thread that
 * reads it; a document, such as a mail, is read by the thread that opened it, while others go on
 * with the next source, unless it comes through a pipe.
 */
final class Pipeline {
  /** A document's events are handed on once they take so many bytes. */
  private static final int FLUSH = 1 << 20;

  private final ScanRequest request;
  private final Scanner.Tools tools;
  private final InputStream stdin;
  private final OutputStream events;
  private final boolean counts;
  private final Progress progress;
  private final Tally.Wants wants;
  private final Tally total;
  private final BlockingQueue<Slot> free;
  private final int workers;

  private final Object reading = new Object();
  private Iterator<InputFile> files;
  private int nextPlace;
  private OpenSource source;
  private long nextSequence;

  private final Object counting = new Object();
  private final Map<Long, Slot> scanned = new HashMap<>();
  private long nextToCount;
  private IOException failure;
  private volatile boolean stopped;
  private volatile int messageLevel;

  private final SourceNotes notes = new SourceNotes();

  /** Hides addresses in the names of sources; null where they are shown. */
  private final Redaction names;

  Pipeline(
      ScanRequest request,
      Scanner.Tools tools,
      InputStream stdin,
      OutputStream events,
      boolean counts,
      Progress progress) {
    this.request = request;
    this.tools = tools;
    this.stdin = stdin;
    this.events = events;
    this.counts = counts;
    this.progress = progress;
    GroupBy by = request.by();
    wants = new Tally.Wants(by == GroupBy.RELAY, request.suppress());
    total = new Tally(wants);
    names = Redaction.of(request.redaction());
    workers = Math.max(1, request.threads());
    free = new ArrayBlockingQueue<>(workers + 3);
  }

  /** Reads all files. */
  void run(List<InputFile> all) throws IOException {
    files = all.iterator();
    // a pipe and a decompressor need a thread while another scans
    boolean waits = false;
    for (InputFile f : all) {
      waits |= !f.isFile() || isPacked(f);
    }
    int threads = workers == 1 && waits ? 2 : workers;
    for (int i = 0; i < threads + 1; i++) {
      free.add(new Slot(wants));
    }
    List<Thread> others = new ArrayList<>();
    for (int i = 1; i < threads; i++) {
      Thread t = new Thread(this::work, "scan-" + i);
      t.setDaemon(true);
      t.start();
      others.add(t);
    }
    work();
    for (Thread t : others) {
      join(t);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** By its name: it is not opened yet. Wrong, a thread too few costs time, nothing else. */
  private static boolean isPacked(InputFile f) {
    String n = f.name();
    return n.endsWith(".gz")
        || n.endsWith(".bz2")
        || n.endsWith(".xz")
        || n.endsWith(".zst")
        || n.endsWith(".lz4");
  }

  private static void join(Thread t) {
    while (t.isAlive()) {
      try {
        t.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What one thread does until there is nothing more to read. */
  private void work() {
    Slot slot = null;
    try {
      Worker worker = new Worker();
      while (!stopped) {
        slot = free.take();
        boolean inTurn;
        synchronized (reading) {
          if (stopped || !next(slot, worker)) {
            return;
          }
          inTurn = mustBeScannedInTurn(slot);
          if (inTurn) {
            scan(slot, worker);
          }
        }
        if (!inTurn) {
          scan(slot, worker);
        }
        count(slot);
        slot = null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      stop(e);
    } catch (RuntimeException | Error e) {
      stop(new IOException("internal error: " + e, e));
    } finally {
      if (slot != null) {
        free.add(slot); // another thread may wait for one, to see that it is over
      }
    }
  }

  /**
   * Whether nothing else may be read meanwhile: what comes next is of the same lines, or may be of
   * the same pipe by another name.
   */
  private static boolean mustBeScannedInTurn(Slot slot) {
    OpenSource s = slot.source;
    return slot.document != null ? slot.last && !s.file.isFile() : s.scanner != null;
  }

  private void scan(Slot slot, Worker worker) {
    if (slot.document != null) {
      document(slot, worker);
    } else if (slot.length > 0) {
      LineScanner own = slot.source.scanner;
      worker.scan(slot, own == null ? worker.scanner : own);
    }
  }

  void stop() {
    synchronized (counting) {
      stopped = true;
      counting.notifyAll();
    }
  }

  private LineScanner lineScanner() {
    LineScanner scanner = new LineScanner(tools.formats(), request.logFormat());
    boolean all =
        events != null
            || !request.filter().codes().isEmpty()
            || request.by() == GroupBy.RELAY
            || needsProviders();
    if (!all) {
      scanner.briefDeliveries();
    }
    return scanner;
  }

  private boolean needsProviders() {
    return request.by() == GroupBy.PROVIDER || request.filter().needsProvider();
  }

  private void stop(IOException e) {
    synchronized (counting) {
      if (failure == null) {
        failure = e;
      }
      stopped = true;
      counting.notifyAll();
    }
  }

  /** A thread's own tools. */
  private final class Worker {
    final LineScanner scanner = lineScanner();
    final EventWriter writer = new EventWriter(Redaction.of(request.redaction()));
    private Judge judge;
    MailSource mail;

    void scan(Slot slot, LineScanner with) {
      OpenSource s = slot.source;
      if (with == scanner) {
        with.reset();
      }
      with.source(s.nature, s.file.written());
      slot.tally.lines += with.scan(slot.block, 0, slot.length, e -> event(e, slot));
      slot.tally.cutLines += with.cut();
      s.mark.recognised |= with.recognised();
    }

    void event(LogEvent e, Slot slot) {
      if (!request.time().holds(e.time(), e.offset())) {
        return;
      }
      if (judge == null) {
        judge = new Judge(tools.rules().get(), events != null || needsProviders());
      }
      judge.judge(e);
      event(e, slot, judge.kind(), judge.provider(), slot.firstLine + e.line() + 1);
    }

    void event(LogEvent e, Slot slot, Kind kind, String provider, long line) {
      Filter filter = request.filter();
      if (!filter.all() && !filter.holds(e, kind, provider)) {
        return;
      }
      if (counts) {
        slot.tally.add(e, kind, provider);
      }
      if (events != null) {
        writer.write(slot.out, slot.source.jsonName, line, e, kind, provider);
      }
    }
  }

  /** Reads the next block, under the lock for reading; false at the end of all sources. */
  private boolean next(Slot slot, Worker worker) throws IOException {
    slot.length = 0;
    slot.document = null;
    while (true) {
      if (source == null && !open(slot, worker)) {
        return false;
      }
      if (slot.document != null) {
        return true;
      }
      OpenSource s = source;
      if (s.pieces != null) {
        piece(slot, s);
        if (slot.document != null) {
          return true;
        }
        continue;
      }
      int length;
      try {
        length = slot.length > 0 ? slot.length : s.blocks.read(slot.block);
      } catch (IOException | RuntimeException e) {
        notes.problem(s.mark.place, s.mark.name, e);
        length = -1;
      }
      if (length < 0) {
        boolean rest = s.scanner != null && finish(s, slot, worker);
        close(s);
        source = null;
        if (rest) {
          return true;
        }
        continue;
      }
      begin(slot, s, length);
      return true;
    }
  }

  private void begin(Slot slot, OpenSource s, int length) {
    slot.tally.clear(messageLevel);
    slot.out.clear();
    slot.length = length;
    slot.source = s;
    slot.sequence = nextSequence++;
    slot.firstLine = s.lines;
    slot.tally.bytes = Math.max(0, length);
    slot.tally.cutLines = s.blocks.takeCut();
    if (events != null && length > 0) {
      // the next block must know its place before this one is scanned
      int lines = Bytes.count(slot.block, 0, length, '\n');
      s.lines += slot.block[length - 1] == '\n' ? lines : lines + 1;
    }
  }

  /** Reads the next piece of an mbox. */
  private void piece(Slot slot, OpenSource s) {
    int length = 0;
    try {
      length = s.pieces.read(slot.block);
    } catch (IOException | RuntimeException e) {
      notes.problem(s.mark.place, s.mark.name, e);
    }
    if (length > 0) {
      beginDocument(slot, s, length, MailSource.Kind.MBOX);
    } else {
      close(s);
      source = null;
    }
  }

  /** Whoever has the last piece has the source, which it closes; the others go on with the next. */
  private void beginDocument(Slot slot, OpenSource s, int length, MailSource.Kind kind) {
    begin(slot, s, 0);
    slot.length = length;
    slot.document = kind;
    slot.last = s.pieces == null || s.pieces.ended();
    if (slot.last) {
      source = null;
    } else {
      s.handedOut += length;
      s.lines += Bytes.count(slot.block, 0, length, '\n');
    }
  }

  /** Events that the end of a source brings to light. */
  private boolean finish(OpenSource s, Slot slot, Worker worker) {
    begin(slot, s, 0);
    s.scanner.finish(e -> worker.event(e, slot));
    slot.length = 0;
    return true;
  }

  /** Opens the next source and reads its first block; a document is read whole. */
  private boolean open(Slot slot, Worker worker) throws IOException {
    slot.length = 0;
    while (files.hasNext()) {
      InputFile file = files.next();
      int place = nextPlace++;
      String name = shown(file);
      InputStream raw = null;
      try {
        raw = new Counted(file.open(stdin), progress);
        OpenSource s = new OpenSource(file, place, name, jsonName(name), Unpacked.open(raw));
        int length = s.blocks.head(slot.block);
        notes.opened();
        if (length == 0) {
          s.mark.recognised = true;
          close(s);
          continue;
        }
        source = s;
        MailSource.Kind kind = MailSource.kind(slot.block, 0, length);
        if (kind == MailSource.Kind.MBOX) {
          s.pieces = new MboxPieces(s.blocks);
          length = s.pieces.first(slot.block, length);
        }
        if (kind != MailSource.Kind.OTHER || Beginning.isJsonDocument(slot.block, length)) {
          beginDocument(slot, s, length, kind);
          return true;
        }
        s.mark.binary = Beginning.isBinary(slot.block, length);
        LineScanner scanner = worker.scanner;
        scanner.source(Nature.UNKNOWN, file.written());
        s.nature = scanner.detect(slot.block, 0, length);
        if (s.nature.remembers()) {
          s.scanner = lineScanner();
        }
        slot.length = Math.max(0, s.blocks.lines(slot.block, length));
        return true;
      } catch (IOException | RuntimeException | OutOfMemoryError e) {
        notes.problem(place, name, e);
        if (raw != null) {
          raw.close();
        }
        source = null;
      }
    }
    return false;
  }

  private void close(OpenSource s) {
    notes.closed(s.mark);
    try {
      s.stream.close();
    } catch (IOException e) {
      notes.problem(s.mark.place, s.mark.name, e);
    }
  }

  /** Reads a document, or the piece of one that the slot has. */
  private void document(Slot slot, Worker worker) {
    OpenSource s = slot.source;
    InputStream whole = new ByteArrayInputStream(slot.block, 0, slot.length);
    if (slot.last) {
      whole = new SequenceInputStream(whole, new Rest(s));
    }
    try {
      if (slot.document == MailSource.Kind.OTHER) {
        worker.scanner.reset();
        worker.scanner.source(Nature.UNKNOWN, s.file.written());
        slot.tally.lines +=
            worker.scanner.document(
                whole,
                e -> {
                  worker.event(e, slot);
                  flush(slot);
                });
        s.mark.recognised |= worker.scanner.recognised();
      } else {
        s.mark.recognised = true;
        if (worker.mail == null) {
          worker.mail = new MailSource(new MailReader(tools.rules().get(), tools.wording().get()));
        }
        MailEvents mail = new MailEvents();
        worker.mail.read(
            whole,
            s.file.name(),
            slot.document,
            slot.firstLine,
            e -> {
              LogEvent event = mail.load(e);
              if (request.time().holds(event.time(), event.offset())) {
                worker.event(event, slot, mail.kind(e), e.provider(), e.line());
                flush(slot);
              }
            });
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      if (!stopped) {
        notes.problem(s.mark.place, s.mark.name, e);
      }
    }
    slot.tally.bytes = slot.last ? s.blocks.bytes() - s.handedOut : slot.length;
    if (slot.last) {
      close(s);
    }
  }

  /** The part of a source behind its first block, as long as it is wanted. */
  private final class Rest extends BulkInputStream {
    private final OpenSource opened;

    Rest(OpenSource opened) {
      this.opened = opened;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      if (stopped) {
        throw new InterruptedIOException();
      }
      return opened.blocks.readRaw(b, off, len);
    }
  }

  /** Tells the progress what is read of a file as it lies there. */
  private static final class Counted extends FilterInputStream {
    private final Progress progress;

    Counted(InputStream in, Progress progress) {
      super(in);
      this.progress = progress;
    }

    @Override
    public int read() throws IOException {
      progress.read(1);
      return super.read();
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
      int n = in.read(b, off, len);
      progress.read(n);
      return n;
    }
  }

  /** Hands on the events of a document so far, once it is its turn. */
  private void flush(Slot slot) {
    if (slot.out.length() < FLUSH && slot.tally.domains.size() < Tally.MAX_KEYS / 4) {
      return;
    }
    synchronized (counting) {
      while (nextToCount != slot.sequence && !stopped) {
        try {
          counting.wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
      merge(slot);
    }
    slot.tally.clear(messageLevel);
    slot.out.clear();
  }

  /** Counts what was scanned, in the order it was read in. */
  private void count(Slot slot) {
    synchronized (counting) {
      scanned.put(slot.sequence, slot);
      for (Slot s = scanned.remove(nextToCount); s != null; s = scanned.remove(nextToCount)) {
        merge(s);
        nextToCount++;
        s.source = null;
        free.add(s);
      }
      counting.notifyAll();
    }
  }

  private void merge(Slot s) {
    total.merge(s.tally);
    messageLevel = total.messages.level();
    if (events != null && s.out.length() > 0 && !stopped) {
      try {
        s.out.writeTo(events);
      } catch (IOException e) {
        stop(e);
      }
    }
  }

  <T> T withTally(Function<Tally, T> use) {
    synchronized (counting) {
      return use.apply(total);
    }
  }

  SourceNotes notes() {
    return notes;
  }

  /** A source's name as it may be shown: mails are often named for whom they are of. */
  private String shown(InputFile file) {
    if (names == null) {
      return file.name();
    }
    byte[] b = file.name().getBytes(StandardCharsets.UTF_8);
    return new String(names.text(b, 0, b.length, new byte[0]), StandardCharsets.UTF_8);
  }

  private byte[] jsonName(String name) {
    ByteOut out = new ByteOut();
    byte[] b = name.getBytes(StandardCharsets.UTF_8);
    JsonText.put(out, b, 0, b.length);
    return java.util.Arrays.copyOf(out.room(0), out.length());
  }
}
