package dev.smtpcode.cause;

import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says why a reply refused mail. The evidence counts in this order: the provider's own code,
 * wording, the enhanced status code where it is definite, weak wording, the enhanced status code
 * where practice overloads it, the reply code.
 *
 * <p>Takes time in proportion to the text, whatever it holds. Reusable, one per thread; allocates
 * nothing for a text that it remembers.
 */
public final class Classifier implements PhraseFinder.Hits {
  /** Ranks of what tells the provider, low to high. */
  private static final int BY_ENTRY = 1 << 10;

  private static final int BY_MARK = 2 << 10;
  private static final int BY_RELAY = 3 << 10;

  private static final int NO_RULE = -1;
  private static final int SLOT_SHIFT = 64 - 10;

  /** Odd, so that keys stay apart, and mixing, so that their hashes do. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final RuleSet rules;

  /** Null where hosts do not come again. */
  private final HostMemory hosts;

  private final Tables tables;
  private final PhraseFinder phrases;
  private final ReplyReader reader = new ReplyReader();

  /** The results given last, by their keys; 0 is no key. */
  private final long[] keys = new long[1 << 10];

  private final Classification[] results = new Classification[1 << 10];
  private final Lead lead = new Lead();
  private final NormalText normal;

  /** Null where texts do not come again. */
  private final Memory memory;

  private byte[] text;
  private int length;

  /** Per phrase: the text, by its number, in which it was found. */
  private final int[] foundIn;

  /** How many texts there were. */
  private int number;

  /** Phrases of several parts whose anchor was found. */
  private int[] candidate = new int[64];

  private int candidates;
  private final BytePositions positions = new BytePositions();
  private int[] matched = new int[64];
  private int matches;
  private int command;
  private int providerRank;
  private int provider;
  private int[] listsFound = {};
  private int listCount;

  /** A classifier for many texts. */
  public Classifier(RuleSet rules) {
    this(rules, new HostMemory(rules), rules.automaton(), new Memory());
  }

  private Classifier(RuleSet rules, HostMemory hosts, PhraseFinder phrases, Memory memory) {
    this.rules = rules;
    this.hosts = hosts;
    this.memory = memory;
    normal = new NormalText(rules.tables.keptWords, rules.tables.keptDomains);
    this.phrases = phrases;
    tables = rules.tables;
    foundIn = new int[tables.phraseCount()];
  }

  /** A classifier for a text or two: ready at once, slower on each. */
  public static Classifier forOne(RuleSet rules) {
    return new Classifier(rules, null, rules.probe(), null);
  }

  /** As {@link RuleSet#providerOfHost}; quicker for a host that it remembers. */
  public int providerOfHost(byte[] buf, int from, int to) {
    return hosts == null
        ? rules.providerOfHost(buf, from, to)
        : hosts.providerOfHost(buf, from, to);
  }

  /** Classifies a text of which nothing more is known. */
  public Classification classify(String reply) {
    byte[] b = reply.getBytes(StandardCharsets.UTF_8);
    reader.read(b, 0, b.length);
    return classify(b, 0, b.length, reader.reply(), reader.enhanced(), -1, ReplyClass.UNKNOWN, -1);
  }

  /**
   * Classifies {@code buf[from,to)}, the whole reply with whatever leads to it.
   *
   * @param reply the reply code, 0 for unknown
   * @param enhanced the enhanced status code, packed, 0 for unknown
   * @param givenCommand the number of the SMTP command it answers, -1 for unknown: the text may
   *     tell
   * @param fallback the class where neither code is known
   * @param givenProvider the number of the provider that speaks, -1 for unknown: the text may tell
   */
  public Classification classify(
      byte[] buf,
      int from,
      int to,
      int reply,
      int enhanced,
      int givenCommand,
      ReplyClass fallback,
      int givenProvider) {
    int start = from;
    int speaker = givenProvider;
    if (lead.find(buf, from, to)) {
      start = lead.end();
      if (speaker < 0) {
        speaker = providerOfHost(buf, lead.nameStart(), lead.nameEnd());
      }
    }
    normal.set(buf, start, to);
    text = normal.bytes();
    length = normal.length();
    if (memory == null) {
      return classifyNormal(reply, enhanced, givenCommand, fallback, speaker);
    }
    long numbers = (long) enhanced << 32 | reply << 16 | speaker + 1;
    long key = normal.hash(numbers, (long) givenCommand << 8 | fallback.ordinal());
    Memory.Remembered seen = memory.get(key, normal);
    if (seen != null) {
      command = seen.command();
      listsFound = seen.lists();
      listCount = listsFound.length;
      return seen.result();
    }
    Classification result = classifyNormal(reply, enhanced, givenCommand, fallback, speaker);
    int[] lists = Arrays.copyOf(listsFound, listCount);
    memory.put(key, new Memory.Remembered(normal.copy(), result, command, lists));
    return result;
  }

  private Classification classifyNormal(
      int reply, int enhanced, int givenCommand, ReplyClass fallback, int givenProvider) {
    findPhrases();
    if (givenCommand >= 0) {
      command = givenCommand;
    }
    if (givenProvider >= 0) {
      provider = givenProvider;
    }
    ReplyClass replyClass = replyClass(reply, enhanced, fallback);
    int claim = bestClaim(reply, enhanced);
    int phrase = bestPhrase(replyClass, reply, enhanced, false);
    if (claim >= 0 && (phrase < 0 || outweighs(claim, phrase))) {
      return result(Kind.CLAIM, claim, tables.claimRule(claim), replyClass);
    }
    if (phrase >= 0) {
      return result(Kind.PHRASE, phrase, tables.phraseTarget(phrase), replyClass);
    }
    int meaning = Arrays.binarySearch(tables.enhanced, enhanced);
    if (meaning >= 0 && tables.enhancedWeak[meaning] == 0) {
      return result(Kind.ENHANCED, meaning, NO_RULE, replyClass);
    }
    phrase = bestPhrase(replyClass, reply, enhanced, true);
    if (phrase >= 0) {
      return result(Kind.PHRASE, phrase, tables.phraseTarget(phrase), replyClass);
    }
    if (meaning >= 0) {
      return result(Kind.ENHANCED, meaning, NO_RULE, replyClass);
    }
    if (reply > 0 && reply < 1000 && tables.replyCauses[reply] >= 0) {
      return result(Kind.REPLY, reply, NO_RULE, replyClass);
    }
    return result(Kind.NOTHING, 0, NO_RULE, replyClass);
  }

  /** The number of the SMTP command that a text says it answers; -1 where it says none. */
  public int commandIn(String words) {
    byte[] b = words.getBytes(StandardCharsets.UTF_8);
    normal.set(b, 0, b.length);
    text = normal.bytes();
    length = normal.length();
    findPhrases();
    return command;
  }

  /** The block lists that the last text names, as zones. */
  public List<String> lists() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < listCount; i++) {
      names.add(tables.lists.get(listsFound[i]));
    }
    return names;
  }

  /** The provider of a block list's zone. */
  public String listProvider(String zone) {
    return rules.providerId(tables.listProviders[tables.lists.indexOf(zone)]);
  }

  /** The SMTP command that the last text answers, or null. */
  public String command() {
    return command < 0 ? null : tables.commands.get(command);
  }

  private static ReplyClass replyClass(int reply, int enhanced, ReplyClass fallback) {
    if (reply > 0) {
      return ReplyClass.ofDigit((char) ('0' + reply / 100));
    }
    return enhanced == 0
        ? fallback
        : ReplyClass.ofDigit((char) ('0' + EnhancedCode.codeClass(enhanced)));
  }

  private void findPhrases() {
    number++;
    matches = 0;
    candidates = 0;
    command = -1;
    provider = -1;
    providerRank = 0;
    listCount = 0;
    phrases.find(text, length, this);
    if (candidates > 0) {
      positions.set(text, length);
    }
    for (int i = 0; i < candidates; i++) {
      if (standsInOrder(candidate[i])) {
        found(candidate[i]);
      }
    }
  }

  @Override
  public void hit(int literal, int end) {
    int start = end - tables.literals.length(literal);
    for (int u = tables.firstUse(literal); u < tables.lastUse(literal); u++) {
      int p = tables.usePhrase(u);
      if (foundIn[p] == number) {
        continue;
      }
      int flags = tables.phraseFlags(p);
      if (tables.partCount(p) > 1) {
        foundIn[p] = number;
        if (candidates == candidate.length) {
          candidate = Arrays.copyOf(candidate, candidates * 2);
        }
        candidate[candidates++] = p;
      } else if (begins(flags, start) && isWhole(p, flags, start)) {
        foundIn[p] = number;
        found(p);
      }
    }
  }

  /** Whether a phrase of one part stands at {@code start}, where its anchor was found. */
  private boolean isWhole(int phrase, int flags, int start) {
    int literal = tables.part(phrase, 0);
    int end = start + tables.literals.length(literal);
    return end <= length
        && tables.literals.isAt(literal, text, start)
        && ends(flags, end)
        && ((flags & Tables.HOST) == 0 || isHostName(start, end));
  }

  /**
   * Whether the parts of a phrase stand in the text in order. Taking each as early as it can be
   * finds them if they are there at all; one pass over the text for a phrase whose anchor was
   * found.
   */
  private boolean standsInOrder(int phrase) {
    int flags = tables.phraseFlags(phrase);
    int last = tables.partCount(phrase) - 1;
    int at = 0;
    for (int k = 0; k <= last && at >= 0; k++) {
      int begin = k == 0 ? flags & Tables.WORD_START : 0;
      int end = k == last ? flags & Tables.WORD_END : 0;
      at = endOf(tables.part(phrase, k), at, begin | end | flags & Tables.PROSE);
    }
    return at >= 0;
  }

  /**
   * Where a literal that begins and ends as {@code flags} demand next ends in the text, from {@code
   * from} on; -1 for nowhere.
   */
  private int endOf(int literal, int from, int flags) {
    int wide = tables.literals.length(literal);
    byte first = tables.literals.bytes()[tables.literals.start(literal)];
    for (int at = positions.first(first); at >= 0 && at <= length - wide; at = positions.next(at)) {
      if (at >= from
          && tables.literals.isAt(literal, text, at)
          && begins(flags, at)
          && ends(flags, at + wide)) {
        return at + wide;
      }
    }
    return -1;
  }

  private boolean begins(int flags, int start) {
    if ((flags & Tables.WORD_START) == 0 || start == 0) {
      return true;
    }
    byte c = text[start - 1];
    boolean inName = c == '@' || c == '.' && start > 1 && Characters.isWord(text[start - 2]);
    return !Characters.isWord(c) && !(inName && (flags & Tables.PROSE) != 0);
  }

  private boolean ends(int flags, int end) {
    if ((flags & Tables.WORD_END) == 0 || end == length) {
      return true;
    }
    byte c = text[end];
    boolean inName = c == '@' || c == '.' && end + 1 < length && Characters.isWord(text[end + 1]);
    return !Characters.isWord(c) && !(inName && (flags & Tables.PROSE) != 0);
  }

  private void found(int p) {
    int target = tables.phraseTarget(p);
    int wide = tables.phraseWeight(p) & (1 << Tables.LENGTH_BITS) - 1;
    Phrase kind = tables.phraseKind(p);
    switch (kind) {
      case RULE, TOKEN, OWN_TOKEN -> {
        if (matches == matched.length) {
          matched = Arrays.copyOf(matched, matches * 2);
        }
        matched[matches++] = p;
        if (kind != Phrase.OWN_TOKEN && (tables.phraseFlags(p) & Tables.OWNED) != 0) {
          suggestProvider(tables.rule(target).owner(), BY_ENTRY, wide);
        }
      }
      case PROVIDER -> suggestProvider(target, BY_MARK, wide);
      case RELAY -> suggestProvider(target, BY_RELAY, wide);
      case LIST -> {
        listsFound = Arrays.copyOf(listsFound, listCount + 1);
        listsFound[listCount++] = target;
        suggestProvider(tables.listProviders[target], BY_MARK, wide);
      }
      case COMMAND -> {
        if (command < 0) {
          command = target;
        }
      }
    }
  }

  /** Whether {@code text[start,end)} ends a host name, and is no part of an address. */
  private boolean isHostName(int start, int end) {
    if (start > 0 && (text[start - 1] == '@' || text[start - 1] == '-' || text[start - 1] == '_')) {
      return false;
    }
    if (end >= length) {
      return true;
    }
    byte c = text[end];
    return c != '-' && (c != '.' || end + 1 >= length || !Characters.isWord(text[end + 1]));
  }

  private void suggestProvider(int candidate, int how, int weight) {
    int rank = (tables.speaksForItself[candidate] << 12) + how + weight;
    if (rank > providerRank) {
      providerRank = rank;
      provider = candidate;
    }
  }

  /** The phrase of the most specific rule that holds; -1 for none. */
  private int bestPhrase(ReplyClass replyClass, int reply, int enhanced, boolean weak) {
    int best = -1;
    int bestWeight = -1;
    for (int i = 0; i < matches; i++) {
      int p = matched[i];
      int flags = tables.phraseFlags(p);
      int weight = tables.phraseWeight(p);
      boolean better =
          weight > bestWeight
              || weight == bestWeight && tables.phraseTarget(p) < tables.phraseTarget(best);
      if (better
          && (flags & Tables.WEAK) != 0 == weak
          && ((flags & Tables.CONDITIONAL) == 0 || holds(p, replyClass, reply, enhanced))) {
        best = p;
        bestWeight = weight;
      }
    }
    return best < 0 || weak ? best : ownWording(best, replyClass, reply, enhanced);
  }

  /**
   * The speaking provider's wording for the same cause, where there is any: its entry says more.
   */
  private int ownWording(int best, ReplyClass replyClass, int reply, int enhanced) {
    int cause = tables.rule(tables.phraseTarget(best)).cause();
    int own = best;
    for (int i = 0; i < matches; i++) {
      int p = matched[i];
      if ((tables.phraseFlags(p) & Tables.OWNED) == 0) {
        continue;
      }
      Rule rule = tables.rule(tables.phraseTarget(p));
      boolean better =
          (tables.phraseFlags(own) & Tables.OWNED) == 0
              || tables.phraseWeight(p) > tables.phraseWeight(own);
      if (better
          && rule.owner() == provider
          && rule.cause() == cause
          && holds(p, replyClass, reply, enhanced)) {
        own = p;
      }
    }
    return own;
  }

  private boolean holds(int phrase, ReplyClass replyClass, int reply, int enhanced) {
    Rule rule = tables.rule(tables.phraseTarget(phrase));
    if (tables.phraseKind(phrase) == Phrase.OWN_TOKEN && rule.owner() != provider) {
      return false;
    }
    return (rule.onlyClass() == null || rule.onlyClass() == replyClass)
        && (rule.provider() < 0 || rule.provider() == provider)
        && (rule.commands() == 0 || command >= 0 && (rule.commands() >> command & 1) != 0)
        && (rule.replies().length == 0 || contains(rule.replies(), reply))
        && (rule.enhanced().length == 0
            || enhanced != 0 && containsCode(rule.enhanced(), enhanced));
  }

  private static boolean contains(int[] list, int value) {
    for (int i : list) {
      if (i == value) {
        return true;
      }
    }
    return false;
  }

  private static boolean containsCode(int[] list, int enhanced) {
    int anyClass =
        EnhancedCode.pack(0, EnhancedCode.subject(enhanced), EnhancedCode.detail(enhanced));
    return contains(list, enhanced) || contains(list, anyClass);
  }

  /** Whether a claim says more than a phrase: that on a mere reply code does not. */
  private boolean outweighs(int claim, int phrase) {
    return tables.phraseWeight(phrase) < Tables.OWN_CODE && tables.claim(claim).reply() == 0;
  }

  /**
   * The claim on the code itself: the speaking provider's, else, for a detail of 100 or more, that
   * of the only one who makes it; -1 for none. Smaller details are the standard's, whoever sends
   * them.
   */
  private int bestClaim(int reply, int enhanced) {
    boolean ownDetail = EnhancedCode.detail(enhanced) >= 100;
    if (provider < 0 && !ownDetail) {
      return -1;
    }
    int best = provider < 0 ? -1 : onlyClaim(reply, enhanced, provider);
    if (best < 0 && ownDetail) {
      best = onlyClaim(reply, enhanced, -1);
      if (best >= 0 && provider < 0) {
        provider = tables.rule(tables.claimRule(best)).owner();
      }
    }
    return best;
  }

  /**
   * The claim that this provider, or with -1 any, makes; -1 where several entries do, for then
   * wording must tell. A code of the standards is claimed only by an entry without wording of its
   * own.
   */
  private int onlyClaim(int reply, int enhanced, int owner) {
    int best = -1;
    for (int claim : owner < 0 ? tables.allClaims() : tables.claimsOf(owner)) {
      if (tables.claims(claim, reply, enhanced)) {
        if (best >= 0) {
          return -1;
        }
        best = claim;
      }
    }
    return best;
  }

  private enum Kind {
    CLAIM("provider"),
    PHRASE("phrase"),
    ENHANCED("enhanced"),
    REPLY("reply"),
    NOTHING("none");

    private final String id;

    Kind(String id) {
      this.id = id;
    }
  }

  private Classification result(Kind kind, int number, int rule, ReplyClass replyClass) {
    long what = (long) kind.ordinal() << 24 | number;
    long key = (what << 20 | (long) replyClass.ordinal() << 16 | provider + 1) * SPREAD;
    int slot = (int) (key >>> SLOT_SHIFT);
    if (keys[slot] == key) {
      return results[slot];
    }
    Classification known = rules.known(key);
    if (known == null) {
      known = rules.intern(key, make(kind, number, rule, replyClass));
    }
    keys[slot] = key;
    results[slot] = known;
    return known;
  }

  private Classification make(Kind kind, int number, int ruleNumber, ReplyClass replyClass) {
    Rule rule = ruleNumber == NO_RULE ? null : tables.rule(ruleNumber);
    int cause;
    String evidenceKind = kind.id;
    String found;
    switch (kind) {
      case CLAIM -> {
        cause = rule.cause();
        found = tables.claim(number).code();
      }
      case PHRASE -> {
        cause = rule.cause();
        found = tables.phraseText(number);
        if (tables.phraseKind(number) != Phrase.RULE) {
          evidenceKind = Kind.CLAIM.id;
        }
      }
      case ENHANCED -> {
        cause = tables.enhancedCauses[number];
        found = EnhancedCode.text(tables.enhanced[number]);
      }
      case REPLY -> {
        cause = tables.replyCauses[number];
        found = Integer.toString(number);
      }
      default -> {
        cause = tables.causeTable.causes.indexOf(CauseTable.UNKNOWN);
        found = null;
      }
    }
    boolean positive = replyClass == ReplyClass.POSITIVE;
    boolean ownVerdict = rule != null && rule.verdict() != null && !positive;
    boolean ownAction = rule != null && rule.action() != null && !positive;
    Verdict verdict = ownVerdict ? rule.verdict() : tables.causeTable.verdict(cause, replyClass);
    String action = ownAction ? rule.action() : tables.causeTable.action(cause, replyClass);
    ProviderEntryRef entry =
        rule == null || rule.owner() < 0
            ? null
            : new ProviderEntryRef(tables.providers.get(rule.owner()), rule.entry());
    return new Classification(
        tables.causeTable.causes.get(cause),
        verdict,
        action,
        rules.providerId(provider),
        kind == Kind.NOTHING ? Evidence.NONE : new Evidence(evidenceKind, found),
        entry);
  }
}
