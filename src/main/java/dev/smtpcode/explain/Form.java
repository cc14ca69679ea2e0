package dev.smtpcode.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a fact is worded: fixed text, and slots for what differs, such as <code>{id} - gsmtp</code>.
 * Written as {@code codes/schema/facts.schema.json} tells.
 *
 * <p>The longest fixed piece is looked for, then its neighbours must stand to its left and right. A
 * slot or gap reaches to the nearest place where the fixed text behind it stands and is never tried
 * again, and to no more than {@link #LONGEST} characters: the work grows with the text alone.
 */
final class Form {
  /** No fact is longer. */
  static final int LONGEST = 256;

  private static final String GAP = ":=#([<\"'";

  /** No gap is wider. */
  private static final int WIDEST_GAP = 64;

  /**
   * Where a form was found.
   *
   * @param from where the fact begins
   * @param to where it ends
   * @param next where to look for the next one
   */
  record Place(int from, int to, int next) {}

  /** A piece of a form; fixed text, a slot, or with neither a gap between words. */
  private record Piece(String fixed, Slot slot, boolean optional) {
    boolean isGap() {
      return fixed == null && slot == null;
    }
  }

  private final String form;
  private final Slot.Use use;

  /** Its longest fixed piece. */
  private final String fixed;

  /** Empty until they are needed: most texts hold the fixed piece of few forms. */
  private final List<Piece> pieces = new ArrayList<>();

  private int anchor = -1;
  private int firstTaken = Integer.MAX_VALUE;
  private int lastTaken = -1;

  /**
   * @param use the fact that is looked for: its slots are what is found
   */
  Form(String written, Slot.Use use) {
    form = written.toLowerCase(Locale.ROOT);
    this.use = use;
    int from = 0;
    int to = 0;
    for (int at = 0; at < form.length(); ) {
      int end = pieceEnd(form, at);
      char c = form.charAt(at);
      if (c != '{' && c != ' ' && end - at > to - from) {
        from = at;
        to = end;
      }
      at = end;
    }
    fixed = form.substring(from, to);
  }

  /** Where the piece ends that begins at {@code at}: a slot, a blank or fixed text. */
  private static int pieceEnd(String form, int at) {
    if (form.charAt(at) == '{') {
      return form.indexOf('}', at) + 1;
    }
    int to = at + 1;
    while (form.charAt(at) != ' '
        && to < form.length()
        && form.charAt(to) != '{'
        && form.charAt(to) != ' ') {
      to++;
    }
    return to;
  }

  private void takeApart() {
    for (int at = 0; at < form.length(); ) {
      int end = pieceEnd(form, at);
      if (form.charAt(at) == '{') {
        add(new Piece(null, Slot.of(form.substring(at + 1, end - 1)), false));
      } else if (form.charAt(at) == ' ') {
        boolean optional = at > 0 && form.charAt(at - 1) >= ReplyText.UNSPACED;
        optional |= end < form.length() && form.charAt(end) >= ReplyText.UNSPACED;
        add(new Piece(null, null, optional));
      } else {
        add(new Piece(form.substring(at, end), null, false));
      }
      at = end;
    }
    if (anchor < 0 || lastTaken < 0) {
      throw new IllegalArgumentException("a form needs fixed text and a slot: " + form);
    }
  }

  private void add(Piece piece) {
    int number = pieces.size();
    if (piece.slot() != null && piece.slot().use() == use) {
      firstTaken = Math.min(firstTaken, number);
      lastTaken = number;
    }
    if (piece.fixed() != null
        && (anchor < 0 || piece.fixed().length() > pieces.get(anchor).fixed().length())) {
      anchor = number;
    }
    pieces.add(piece);
  }

  /**
   * Where the form stands whose longest fixed piece is the first from {@code from} on; or null.
   *
   * @throws IllegalArgumentException where the text holds that piece, but the form has no slot of
   *     its use, or one that there is not
   */
  Place find(ReplyText text, int from) {
    if (!text.mayHold(fixed)) {
      return null;
    }
    for (int at = text.lower().indexOf(fixed, from);
        at >= 0;
        at = text.lower().indexOf(fixed, at + 1)) {
      if (pieces.isEmpty()) {
        takeApart();
      }
      Place place = at(text, at, at + fixed.length());
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** The place of the form whose anchor stands at {@code from} to {@code to}, or null. */
  private Place at(ReplyText text, int from, int to) {
    int taken = -1;
    int takenEnd = -1;
    int at = to;
    for (int i = anchor + 1; i < pieces.size(); i++) {
      int end = after(text, i, at);
      if (end < 0) {
        return null;
      }
      taken = i == firstTaken ? at : taken;
      takenEnd = i == lastTaken ? end : takenEnd;
      at = end;
    }
    if (pieces.get(pieces.size() - 1).slot() == null && !text.isBreak(at)) {
      return null;
    }
    at = from;
    for (int i = anchor - 1; i >= 0; i--) {
      int start = before(text, i, at);
      if (start < 0) {
        return null;
      }
      taken = i == firstTaken ? start : taken;
      takenEnd = i == lastTaken ? at : takenEnd;
      at = start;
    }
    if (pieces.get(0).slot() == null && !text.isBreak(at)) {
      return null;
    }
    return new Place(taken, takenEnd, to);
  }

  /** Where piece {@code i} ends that must begin at {@code at}; -1 where it does not stand there. */
  private int after(ReplyText text, int i, int at) {
    Piece piece = pieces.get(i);
    if (piece.fixed() != null) {
      return text.lower().startsWith(piece.fixed(), at) ? at + piece.fixed().length() : -1;
    }
    String next = i + 1 < pieces.size() ? pieces.get(i + 1).fixed() : null;
    return piece.isGap()
        ? gapEnd(text, at, piece.optional(), next)
        : piece.slot().end(text, at, next);
  }

  /** Where piece {@code i} begins that must end at {@code at}; -1 where it does not stand there. */
  private int before(ReplyText text, int i, int at) {
    Piece piece = pieces.get(i);
    if (piece.fixed() != null) {
      int start = at - piece.fixed().length();
      return Slot.endsWith(text, piece.fixed(), at) ? start : -1;
    }
    String previous = i > 0 ? pieces.get(i - 1).fixed() : null;
    return piece.isGap()
        ? gapStart(text, at, piece.optional(), previous)
        : piece.slot().start(text, at, previous);
  }

  private static int gapEnd(ReplyText text, int from, boolean optional, String next) {
    int most = Math.min(text.length(), from + WIDEST_GAP);
    for (int to = from; ; to++) {
      boolean wide = to > from || optional;
      if (wide && next != null && text.lower().startsWith(next, to)) {
        return to;
      }
      if (to == most || !isGap(text.lower().charAt(to))) {
        return wide ? to : -1;
      }
    }
  }

  private static int gapStart(ReplyText text, int to, boolean optional, String previous) {
    int least = Math.max(0, to - WIDEST_GAP);
    for (int from = to; ; from--) {
      boolean wide = from < to || optional;
      if (wide && previous != null && Slot.endsWith(text, previous, from)) {
        return from;
      }
      if (from == least) {
        return wide ? from : -1;
      }
      char c = text.lower().charAt(from - 1);
      if (!isGap(c) || c == '=' && from < to) { // behind a blank it ends an identifier
        return wide ? from : -1;
      }
    }
  }

  /** What sets words apart: a blank in a form stands for one or more of these. */
  private static boolean isGap(char c) {
    return c <= ' ' || GAP.indexOf(c) >= 0;
  }
}
