package dev.smtpcode.cause;

import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.reply.EnhancedCode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The numbers and words of a {@link RuleSet} in flat arrays: the build writes them, a start-up
 * reads them in a few milliseconds, and phrases and rules become objects only when they are met.
 */
final class Tables {
  private static final int FORMAT = 9;
  private static final int PHRASE_INTS = 4;
  private static final int RULE_INTS = 14;

  /** Bytes of an anchor: few enough for a small automaton, enough to meet few other texts. */
  private static final int ANCHOR = 12;

  /** Weight of a provider's own code: it outweighs any wording. */
  static final int OWN_CODE = 1 << 24;

  /** The lower bits of a weight, which hold the length of the phrase. */
  static final int LENGTH_BITS = 8;

  private static final int LONGEST = (1 << LENGTH_BITS) - 1;

  /** What a condition of a rule is worth, in characters of wording. */
  private static final int CONDITION = 12;

  /** What it is worth that a rule is for the provider that speaks. */
  private static final int FOR_PROVIDER = 40;

  /** Flags of phrases. */
  static final int WORD_START = 1;

  static final int WORD_END = 1 << 1;

  /** Words alone, which count in no address and no host name. */
  static final int PROSE = 1 << 2;

  /** Of a rule that is asked only where nothing more definite is known. */
  static final int WEAK = 1 << 3;

  /** Of a rule that sets conditions, or of a token that counts only where its provider speaks. */
  static final int CONDITIONAL = 1 << 4;

  /** Of a provider's entry. */
  static final int OWNED = 1 << 5;

  /** A host name or the zone of a block list. */
  static final int HOST = 1 << 6;

  private static final int KIND_SHIFT = 8;
  private static final int PARTS_SHIFT = 16;
  private static final Phrase[] KINDS = Phrase.values();
  private static final int CLAIM_INTS = 5;

  final CauseTable causeTable;
  final List<String> commands;
  final List<String> providers;

  /**
   * Whether a provider takes mail itself (1), rather than being a block list, software or a sender
   * (0).
   */
  final int[] speaksForItself;

  /** Other names of providers, and beside them the provider of each. */
  final List<String> aliases;

  final int[] aliasProviders;

  /** Host suffixes, and beside them the provider of each. */
  final List<String> hosts;

  final int[] hostProviders;

  /** Zones of block lists, and beside them the provider of each. */
  final List<String> lists;

  final int[] listProviders;

  /**
   * The literals of all phrases, none twice: anchors in ASCII, other anchors, then the parts of
   * phrases that are no anchor. An anchor is the beginning of that part of a phrase that is looked
   * for first.
   */
  final Literals literals;

  /** How many anchors are ASCII, and how many anchors there are. */
  private final int[] anchors;

  /** For each anchor, where in {@link #uses} the phrases that it anchors begin. */
  private final int[] useStarts;

  private final int[] uses;

  /** Literals of phrases of several parts. */
  private final int[] partPool;

  /** Words of phrases that a text must keep though they look like numbers or identifiers. */
  final WordSet keptWords;

  /** Domains of addresses in phrases, which a text must keep. */
  final WordSet keptDomains;

  private final Literals texts;

  /**
   * For each phrase: number of parts, kind and flags in one, target, weight, and its literal or,
   * where it has several, where they begin in the pool.
   */
  private final int[] phraseInts;

  private final int[] ruleInts;

  /** Reply codes and enhanced status codes of the rules' conditions. */
  private final int[] pool;

  /**
   * Rule, from, to, reply, phrases or not (1, 0) of each claim; its code in {@link #claimTexts}.
   */
  private final int[] claimInts;

  private final Literals claimTexts;

  /**
   * Packed enhanced status codes that mean a cause by themselves, ascending; beside each its cause
   * and whether it is weak (1).
   */
  final int[] enhanced;

  final int[] enhancedCauses;
  final int[] enhancedWeak;

  /** The cause of each reply code 0 to 999, -1 for none. */
  final int[] replyCauses;

  private final Rule[] rules;
  private final int[][] claimsOf;
  private int[] allClaims;

  private Tables(CauseTable causeTable, Reader in) {
    this.causeTable = causeTable;
    commands = in.strings();
    providers = in.strings();
    speaksForItself = in.ints();
    aliases = in.strings();
    aliasProviders = in.ints();
    hosts = in.strings();
    hostProviders = in.ints();
    lists = in.strings();
    listProviders = in.ints();
    literals = in.literals();
    anchors = in.ints();
    useStarts = in.ints();
    uses = in.ints();
    partPool = in.ints();
    keptWords = new WordSet(in.strings());
    keptDomains = new WordSet(in.strings());
    texts = in.literals();
    phraseInts = in.ints();
    ruleInts = in.ints();
    pool = in.ints();
    claimInts = in.ints();
    claimTexts = in.literals();
    enhanced = in.ints();
    enhancedCauses = in.ints();
    enhancedWeak = in.ints();
    replyCauses = in.ints();
    rules = new Rule[ruleInts.length / RULE_INTS];
    claimsOf = new int[providers.size()][];
  }

  /**
   * Reads what {@link #pack} made.
   *
   * @throws IOException when it is of another version
   */
  static Tables read(CauseTable causes, byte[] packed) throws IOException {
    Reader in = new Reader(ByteBuffer.wrap(packed));
    if (in.buffer.getInt() != FORMAT) {
      throw new IOException("codes/" + RuleSet.COMPILED + " is of another version: build again");
    }
    return new Tables(causes, in);
  }

  int phraseCount() {
    return texts.size();
  }

  /** The phrase as the catalogue has it. */
  String phraseText(int phrase) {
    return text(texts, phrase);
  }

  Phrase phraseKind(int phrase) {
    return KINDS[phraseInts[phrase * PHRASE_INTS] >> KIND_SHIFT & 0xff];
  }

  /** Number of the rule, provider, list or command that a phrase tells of. */
  int phraseTarget(int phrase) {
    return phraseInts[phrase * PHRASE_INTS + 1];
  }

  /**
   * How specific a phrase and its rule are; the lowest {@link #LENGTH_BITS} bits are its length.
   */
  int phraseWeight(int phrase) {
    return phraseInts[phrase * PHRASE_INTS + 2];
  }

  int phraseFlags(int phrase) {
    return phraseInts[phrase * PHRASE_INTS] & 0xff;
  }

  /** How many literals a phrase has, in order, with anything between them. */
  int partCount(int phrase) {
    return phraseInts[phrase * PHRASE_INTS] >> PARTS_SHIFT;
  }

  /** The literal that a part is. */
  int part(int phrase, int part) {
    int first = phraseInts[phrase * PHRASE_INTS + 3];
    return partCount(phrase) == 1 ? first : partPool[first + part];
  }

  Rule rule(int number) {
    Rule r = rules[number];
    if (r == null) {
      int at = number * RULE_INTS;
      int verdict = ruleInts[at + 8];
      int action = ruleInts[at + 9];
      int onlyClass = ruleInts[at + 2];
      r =
          new Rule(
              ruleInts[at],
              ruleInts[at + 1] != 0,
              onlyClass < 0 ? null : ReplyClass.values()[onlyClass],
              fromPool(ruleInts[at + 10], ruleInts[at + 11]),
              fromPool(ruleInts[at + 12], ruleInts[at + 13]),
              (long) ruleInts[at + 3] << 32 | ruleInts[at + 4] & 0xffffffffL,
              ruleInts[at + 5],
              ruleInts[at + 6],
              ruleInts[at + 7],
              verdict < 0 ? null : Verdict.values()[verdict],
              action < 0 ? null : causeTable.actionIds.get(action));
      rules[number] = r;
    }
    return r;
  }

  private int[] fromPool(int start, int count) {
    return Arrays.copyOfRange(pool, start, start + count);
  }

  /** The numbers of all claims. */
  int[] allClaims() {
    if (allClaims == null) {
      int[] all = new int[claimCount()];
      for (int i = 0; i < all.length; i++) {
        all[i] = i;
      }
      allClaims = all;
    }
    return allClaims;
  }

  /** The numbers of a provider's claims. */
  int[] claimsOf(int owner) {
    int[] own = claimsOf[owner];
    if (own == null) {
      own = new int[0];
      for (int i = 0; i < claimCount(); i++) {
        if (rule(claimRule(i)).owner() == owner) {
          own = Arrays.copyOf(own, own.length + 1);
          own[own.length - 1] = i;
        }
      }
      claimsOf[owner] = own;
    }
    return own;
  }

  int claimCount() {
    return claimTexts.size();
  }

  CodeClaim claim(int number) {
    int at = number * CLAIM_INTS;
    return new CodeClaim(
        text(claimTexts, number),
        claimInts[at],
        claimInts[at + 1],
        claimInts[at + 2],
        claimInts[at + 3],
        claimInts[at + 4] != 0);
  }

  int claimRule(int number) {
    return claimInts[number * CLAIM_INTS];
  }

  /**
   * Whether a claim holds for codes by themselves: for an enhanced status code, or for a reply code
   * that comes without one. An entry with wording of its own claims only details of 100 and more.
   */
  boolean claims(int number, int reply, int enhanced) {
    int at = number * CLAIM_INTS;
    boolean hasPhrases = claimInts[at + 4] != 0;
    if (enhanced == 0) {
      return reply != 0 && claimInts[at + 3] == reply && !hasPhrases;
    }
    return claimInts[at + 1] != 0
        && enhanced >= claimInts[at + 1]
        && enhanced <= claimInts[at + 2]
        && (!hasPhrases || EnhancedCode.detail(enhanced) >= 100);
  }

  /** How many of the first literals are anchors in ASCII. */
  int asciiAnchors() {
    return anchors[0];
  }

  /** How many of the first literals are anchors. */
  int anchors() {
    return anchors[1];
  }

  /** Where the phrases that an anchor belongs to begin in the list of uses. */
  int firstUse(int literal) {
    return useStarts[literal];
  }

  /** Where they end. */
  int lastUse(int literal) {
    return useStarts[literal + 1];
  }

  /** The phrase of a use. */
  int usePhrase(int use) {
    return uses[use];
  }

  private static String text(Literals from, int number) {
    return new String(
        from.bytes(), from.start(number), from.length(number), StandardCharsets.UTF_8);
  }

  /** Reads the pieces in the order in which {@link #pack} wrote them. */
  static final class Reader {
    private final ByteBuffer buffer;

    Reader(ByteBuffer buffer) {
      this.buffer = buffer;
    }

    int[] ints() {
      int[] list = new int[buffer.getInt()];
      buffer.asIntBuffer().get(list);
      buffer.position(buffer.position() + list.length * Integer.BYTES);
      return list;
    }

    Literals literals() {
      int[] starts = ints();
      byte[] bytes = new byte[starts[starts.length - 1]];
      buffer.get(bytes);
      return new Literals(bytes, starts);
    }

    List<String> strings() {
      Literals all = literals();
      List<String> list = new ArrayList<>(all.size());
      for (int i = 0; i < all.size(); i++) {
        list.add(text(all, i));
      }
      return list;
    }
  }

  /** Writes a draft in the form that {@link #read} takes. */
  static void pack(Draft draft, DataOutputStream out) throws IOException {
    out.writeInt(FORMAT);
    strings(out, draft.commands);
    strings(out, draft.providers);
    int[] speaks = new int[draft.speaksForItself.size()];
    for (int i = 0; i < speaks.length; i++) {
      speaks[i] = draft.speaksForItself.get(i) ? 1 : 0;
    }
    ints(out, speaks);
    strings(out, draft.aliases);
    ints(out, draft.aliasProviders);
    strings(out, draft.hosts);
    ints(out, draft.hostProviders);
    strings(out, draft.lists);
    ints(out, draft.listProviders);
    phrases(draft, out);
    rules(draft, out);
    claims(draft, out);
    ints(out, draft.enhanced);
    ints(out, draft.enhancedCauses);
    int[] weak = new int[draft.enhancedWeak.length];
    for (int i = 0; i < weak.length; i++) {
      weak[i] = draft.enhancedWeak[i] ? 1 : 0;
    }
    ints(out, weak);
    ints(out, draft.replyCauses);
  }

  private static void phrases(Draft draft, DataOutputStream out) throws IOException {
    List<PhraseText> taken = new ArrayList<>();
    Map<String, List<Integer>> uses = new TreeMap<>(Tables::byAlphabet);
    Set<String> parts = new LinkedHashSet<>();
    for (int p = 0; p < draft.phrases.size(); p++) {
      PhraseText text = PhraseText.of(draft.phrases.get(p).text());
      taken.add(text);
      byte[] anchor = text.parts().get(text.parts().size() == 1 ? 0 : text.anchor(draft.samples));
      String beginning = latin1(Arrays.copyOf(anchor, Math.min(ANCHOR, anchor.length)));
      uses.computeIfAbsent(beginning, l -> new ArrayList<>()).add(p);
      for (byte[] part : text.parts()) {
        parts.add(latin1(part));
      }
    }
    parts.removeAll(uses.keySet());
    List<String> literals = new ArrayList<>(uses.keySet());
    int ascii = 0;
    while (ascii < literals.size() && isAscii(literals.get(ascii))) {
      ascii++;
    }
    int[] anchors = {ascii, literals.size()};
    int[] starts = new int[literals.size() + 1];
    List<Integer> flat = new ArrayList<>();
    for (int n = 0; n < starts.length - 1; n++) {
      flat.addAll(uses.get(literals.get(n)));
      starts[n + 1] = flat.size();
    }
    literals.addAll(parts);
    Map<String, Integer> numbers = new HashMap<>();
    List<byte[]> bytes = new ArrayList<>();
    for (String literal : literals) {
      numbers.put(literal, bytes.size());
      bytes.add(literal.getBytes(StandardCharsets.ISO_8859_1));
    }
    literals(out, bytes);
    ints(out, anchors);
    ints(out, starts);
    ints(out, flat);
    List<Integer> pool = new ArrayList<>();
    List<Integer> ints = new ArrayList<>();
    List<byte[]> texts = new ArrayList<>();
    for (int p = 0; p < taken.size(); p++) {
      PhraseText text = taken.get(p);
      Draft.DraftPhrase phrase = draft.phrases.get(p);
      Phrase kind = phrase.kind();
      Rule rule = kind.leadsToRule() ? draft.rules.get(phrase.target()) : null;
      int count = text.parts().size();
      int first = pool.size();
      int length = 0;
      for (byte[] part : text.parts()) {
        length += part.length;
        pool.add(numbers.get(latin1(part)));
      }
      if (count == 1) {
        first = pool.remove(pool.size() - 1);
      }
      boolean tellsNothing =
          rule != null && rule.cause() == draft.causes.indexOf(CauseTable.UNKNOWN);
      int weight = tellsNothing ? Math.min(LONGEST, length) : weight(kind, rule, length);
      int flags = flags(text, kind, rule, weight >= OWN_CODE);
      ints.add(count << PARTS_SHIFT | kind.ordinal() << KIND_SHIFT | flags);
      ints.add(phrase.target());
      ints.add(weight);
      ints.add(first);
      texts.add(phrase.text().getBytes(StandardCharsets.UTF_8));
    }
    ints(out, pool);
    strings(out, keptWords(taken, "[^a-z0-9]+", false));
    strings(out, keptWords(taken, "[^a-z0-9.@-]+", true));
    literals(out, texts);
    ints(out, ints);
  }

  /**
   * The length of the wording, and what a condition is worth in characters; the length once more
   * below. A frame that names no cause has the length below only: anything else in it counts first.
   */
  private static int weight(Phrase kind, Rule rule, int length) {
    int longest = Math.min(LONGEST, length);
    if (rule == null) {
      return longest;
    }
    int score = longest + rule.conditions() * CONDITION + (rule.provider() >= 0 ? FOR_PROVIDER : 0);
    return (kind == Phrase.RULE ? 0 : OWN_CODE) + (score << LENGTH_BITS) + longest;
  }

  private static int flags(PhraseText text, Phrase kind, Rule rule, boolean ownCode) {
    int flags = (text.wordStart() ? WORD_START : 0) | (text.wordEnd() ? WORD_END : 0);
    flags |= text.prose() ? PROSE : 0;
    flags |= kind == Phrase.RELAY || kind == Phrase.LIST ? HOST : 0;
    if (rule != null) {
      boolean conditional = rule.conditions() > 0 || rule.provider() >= 0;
      flags |= rule.weak() && !ownCode ? WEAK : 0;
      flags |= conditional || kind == Phrase.OWN_TOKEN ? CONDITIONAL : 0;
      flags |= rule.owner() >= 0 ? OWNED : 0;
    }
    return flags;
  }

  /** The words of phrases that hold a digit, or the domains behind an @. */
  private static List<String> keptWords(
      List<PhraseText> phrases, String separators, boolean domains) {
    Set<String> words = new LinkedHashSet<>();
    for (PhraseText phrase : phrases) {
      for (byte[] part : phrase.parts()) {
        for (String word : latin1(part).split(separators, -1)) {
          int at = word.indexOf('@');
          if (domains && at >= 0) {
            words.add(word.substring(at + 1));
          } else if (!domains && word.chars().anyMatch(Character::isDigit)) {
            words.add(word);
          }
        }
      }
    }
    words.remove("");
    return new ArrayList<>(words);
  }

  private static String latin1(byte[] literal) {
    return new String(literal, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(String literal) {
    return literal.chars().allMatch(c -> c < 128);
  }

  /** ASCII first. */
  private static int byAlphabet(String a, String b) {
    int ascii = Boolean.compare(isAscii(b), isAscii(a));
    return ascii != 0 ? ascii : a.compareTo(b);
  }

  private static void rules(Draft draft, DataOutputStream out) throws IOException {
    List<Integer> ints = new ArrayList<>();
    List<Integer> pool = new ArrayList<>();
    for (Rule r : draft.rules) {
      ints.add(r.cause());
      ints.add(r.weak() ? 1 : 0);
      ints.add(r.onlyClass() == null ? -1 : r.onlyClass().ordinal());
      ints.add((int) (r.commands() >>> 32));
      ints.add((int) r.commands());
      ints.add(r.provider());
      ints.add(r.owner());
      ints.add(r.entry());
      ints.add(r.verdict() == null ? -1 : r.verdict().ordinal());
      ints.add(r.action() == null ? -1 : draft.actionIds.indexOf(r.action()));
      for (int[] codes : new int[][] {r.replies(), r.enhanced()}) {
        ints.add(pool.size());
        ints.add(codes.length);
        for (int code : codes) {
          pool.add(code);
        }
      }
    }
    ints(out, ints);
    ints(out, pool);
  }

  private static void claims(Draft draft, DataOutputStream out) throws IOException {
    List<Integer> ints = new ArrayList<>();
    List<String> codes = new ArrayList<>();
    for (CodeClaim c : draft.claims) {
      ints.add(c.rule());
      ints.add(c.from());
      ints.add(c.to());
      ints.add(c.reply());
      ints.add(c.hasPhrases() ? 1 : 0);
      codes.add(c.code());
    }
    ints(out, ints);
    strings(out, codes);
  }

  static void strings(DataOutputStream out, List<String> list) throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (String s : list) {
      bytes.add(s.getBytes(StandardCharsets.UTF_8));
    }
    literals(out, bytes);
  }

  private static void literals(DataOutputStream out, List<byte[]> list) throws IOException {
    int[] starts = new int[list.size() + 1];
    for (int i = 0; i < list.size(); i++) {
      starts[i + 1] = starts[i] + list.get(i).length;
    }
    ints(out, starts);
    for (byte[] b : list) {
      out.write(b);
    }
  }

  private static void ints(DataOutputStream out, List<Integer> list) throws IOException {
    int[] flat = new int[list.size()];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = list.get(i);
    }
    ints(out, flat);
  }

  static void ints(DataOutputStream out, int[] list) throws IOException {
    out.writeInt(list.length);
    for (int i : list) {
      out.writeInt(i);
    }
  }
}
