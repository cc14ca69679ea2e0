package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.cause.CauseTable;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.Evidence;
import dev.smtpcode.cause.ProviderEntryRef;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.explain.Explanation.Kind;
import dev.smtpcode.reply.EnhancedCode;
import dev.smtpcode.reply.ReplyCode;
import dev.smtpcode.reply.ReplyReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Explains codes, reply texts, causes, actions and providers. Reads the rules only when a query
 * needs more than one entry of the catalogue. Not for several threads at once.
 */
public final class Explainer {
  private final Catalog catalog;
  private final Derivation derivation;
  private final boolean many;
  private CauseTable causes;
  private RuleSet rules;
  private Classifier classifier;
  private FactFinder facts;

  /** An explainer for a few queries. */
  public Explainer(Catalog catalog) {
    this(catalog, false);
  }

  /**
   * An explainer.
   *
   * @param many whether many texts are to come, so that preparation pays
   */
  public Explainer(Catalog catalog, boolean many) {
    this.catalog = catalog;
    this.many = many;
    derivation = new Derivation(catalog);
  }

  /** The queries that the words of a command line stand for, in order. */
  public List<String> queries(List<String> arguments) {
    return Queries.of(arguments, this::isName);
  }

  /**
   * Explains one query.
   *
   * @throws UnknownQueryException where it is nothing that can be understood
   */
  public Explanation explain(String query) {
    String q = query.strip();
    if (q.isEmpty()) {
      throw new UnknownQueryException(query, "empty", List.of());
    }
    int space = q.indexOf(' ');
    if (space < 0) {
      return word(q);
    }
    String first = q.substring(0, space);
    String second = q.substring(space + 1).strip();
    if (ReplyCode.isOne(first) && EnhancedCode.parse(second) != 0) {
      return codes(q, first, second);
    }
    return text(q);
  }

  /** The cause, verdict and action of a reply; the cause {@code unknown} where nothing tells. */
  public Classification classify(String reply) {
    return classifier().classify(ReplyLines.join(reply));
  }

  private Explanation word(String q) {
    if (ReplyCode.isOne(q)) {
      boolean smtp = q.charAt(0) >= '2' && q.charAt(0) <= '5' || catalog.reply(q) != null;
      List<ProviderEntryRef> own = smtp ? List.of() : rules().entriesWithCode(q);
      return own.isEmpty() ? codes(q, q, null) : token(q, own);
    }
    if (EnhancedCode.parse(q) != 0) {
      return codes(q, null, q);
    }
    String lower = q.toLowerCase(Locale.ROOT);
    if (isClass(lower)) {
      return ofEntry(q, Kind.CODE, catalog.structure(lower.charAt(0) + "xx"));
    }
    boolean joined = q.length() > 4 && q.charAt(3) == '-' && ReplyCode.isOne(q.substring(0, 3));
    if (joined && EnhancedCode.parse(q.substring(4)) != 0) {
      return codes(q, q.substring(0, 3), q.substring(4));
    }
    if (Queries.looksLikeCode(q) && rules().entriesWithCode(q).isEmpty()) {
      throw new UnknownQueryException(q, "code", derivation.nearest(q));
    }
    if (causes().causes().contains(lower)) {
      return ofEntry(q, Kind.CAUSE, catalog.cause(lower));
    }
    if (causes().actions().contains(lower)) {
      return ofEntry(q, Kind.ACTION, catalog.action(lower));
    }
    List<ProviderEntryRef> own = rules().entriesWithCode(q);
    if (!own.isEmpty()) {
      return token(q, own);
    }
    String provider = rules().providerNamed(lower);
    if (provider != null) {
      return profile(q, catalog.provider(provider));
    }
    return text(q);
  }

  private static boolean isClass(String q) {
    boolean reply = q.length() == 3 && q.endsWith("xx");
    boolean enhanced = q.length() == 5 && q.endsWith(".x.x");
    return (reply || enhanced) && q.charAt(0) >= '2' && q.charAt(0) <= '5';
  }

  private boolean isName(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return isClass(lower)
        || causes().causes().contains(lower)
        || causes().actions().contains(lower)
        || rules().providerNamed(lower) != null
        || !rules().entriesWithCode(word).isEmpty();
  }

  /** One reply by its codes alone; one of them may be null. */
  private Explanation codes(String query, String reply, String enhanced) {
    List<Entry> entries = new ArrayList<>();
    if (enhanced != null) {
      Entry entry = catalog.enhanced(enhanced);
      if (entry == null) {
        addProviderEntries(enhanced, entries);
      }
      if (entry != null || entries.isEmpty()) {
        entries.add(entry == null ? derivation.enhanced(enhanced) : entry);
      }
    }
    if (reply != null) {
      Entry entry = catalog.reply(reply);
      entries.add(entry == null ? derivation.reply(reply) : entry);
    }
    Entry telling = null;
    for (Entry e : entries) {
      if (telling == null && e.cause() != null) {
        telling = e;
      }
    }
    ReplyClass replyClass = ReplyClass.ofDigit((reply == null ? enhanced : reply).charAt(0));
    String cause = telling == null ? null : telling.cause();
    Entry causeEntry = cause == null ? null : catalog.cause(cause);
    return new Explanation(
        query,
        Kind.CODE,
        reply,
        enhanced,
        telling == null ? null : telling.provider(),
        cause,
        verdictOf(cause, replyClass),
        cause == null
            ? (replyClass == ReplyClass.POSITIVE ? "none" : null)
            : causes().action(cause, replyClass),
        null,
        telling == null
            ? null
            : new Evidence(
                telling.provider() != null
                    ? "provider"
                    : telling.code().indexOf('.') > 0 ? "enhanced" : "reply",
                telling.code()),
        Facts.NONE,
        entries,
        causeEntry,
        null);
  }

  private Verdict verdictOf(String cause, ReplyClass replyClass) {
    if (cause != null) {
      return causes().verdict(cause, replyClass);
    }
    return switch (replyClass) {
      case POSITIVE -> Verdict.NONE;
      case TRANSIENT -> Verdict.SOFT;
      default -> null;
    };
  }

  private void addProviderEntries(String code, List<Entry> entries) {
    for (ProviderEntryRef ref : rules().entriesWithCode(code)) {
      entries.add(entry(ref));
    }
  }

  /** The entries of providers that give this code a meaning of their own. */
  public List<Entry> providerEntries(String code) {
    List<Entry> entries = new ArrayList<>();
    addProviderEntries(code, entries);
    return entries;
  }

  private Entry entry(ProviderEntryRef ref) {
    return catalog.provider(ref.provider()).entries().get(ref.index()).entry();
  }

  private Explanation token(String query, List<ProviderEntryRef> own) {
    List<Entry> entries = new ArrayList<>();
    for (ProviderEntryRef ref : own) {
      entries.add(entry(ref));
    }
    Entry first = entries.get(0);
    ReplyClass replyClass = ReplyClass.ofDigit(first.classDigit());
    return new Explanation(
        query,
        Kind.CODE,
        null,
        null,
        first.provider(),
        first.cause(),
        causes().verdict(first.cause(), replyClass),
        causes().action(first.cause(), replyClass),
        null,
        new Evidence("provider", first.code()),
        Facts.NONE,
        entries,
        catalog.cause(first.cause()),
        null);
  }

  private Explanation ofEntry(String query, Kind kind, Entry entry) {
    String cause = kind == Kind.CAUSE ? entry.code() : null;
    return new Explanation(
        query,
        kind,
        null,
        null,
        null,
        cause,
        cause == null ? null : causes().verdict(cause, ReplyClass.UNKNOWN),
        kind == Kind.ACTION
            ? entry.code()
            : cause == null ? null : causes().action(cause, ReplyClass.UNKNOWN),
        null,
        null,
        Facts.NONE,
        List.of(entry),
        null,
        null);
  }

  private Explanation profile(String query, Provider provider) {
    List<Entry> entries = new ArrayList<>();
    provider.entries().forEach(e -> entries.add(e.entry()));
    return new Explanation(
        query,
        Kind.PROVIDER,
        null,
        null,
        provider.id(),
        null,
        null,
        null,
        null,
        null,
        Facts.NONE,
        entries,
        null,
        provider);
  }

  private Explanation text(String query) {
    String joined = ReplyLines.join(query);
    byte[] text = joined.getBytes(StandardCharsets.UTF_8);
    ReplyReader reader = new ReplyReader();
    reader.read(text, 0, text.length);
    Classifier c = classifier();
    Classification found =
        c.classify(
            text, 0, text.length, reader.reply(), reader.enhanced(), -1, ReplyClass.UNKNOWN, -1);
    if (reader.reply() == 0 && reader.enhanced() == 0 && found.evidence().found() == null) {
      throw new UnknownQueryException(query, "text", Nearest.of(query, names()));
    }
    String reply = reader.reply() == 0 ? null : Integer.toString(reader.reply());
    String enhanced = EnhancedCode.text(reader.enhanced());
    if (found.verdict() == Verdict.NONE && found.evidence().found() == null) {
      return codes(query, reply, enhanced); // nothing failed: the codes say all
    }
    List<Entry> entries = new ArrayList<>();
    if (found.entry() != null) {
      entries.add(entry(found.entry()));
    }
    if (enhanced != null) {
      Entry entry = catalog.enhanced(enhanced);
      if (entry != null) {
        entries.add(entry);
      } else if (found.entry() == null && derivation.hasSubject(enhanced)) {
        entries.add(derivation.enhanced(enhanced));
      }
    }
    if (reply != null) {
      Entry entry = catalog.reply(reply);
      entries.add(entry == null ? derivation.reply(reply) : entry);
    }
    Entry causeEntry = catalog.cause(found.cause());
    if (entries.isEmpty()) {
      entries.add(causeEntry);
    }
    return new Explanation(
        query,
        Kind.TEXT,
        reply,
        enhanced,
        found.provider(),
        found.cause(),
        found.verdict(),
        found.action(),
        c.command(),
        found.evidence(),
        facts().find(joined, c, found.provider()),
        entries,
        causeEntry,
        null);
  }

  /** All words that can be asked for. */
  public List<String> names() {
    List<String> all = new ArrayList<>(causes().causes());
    all.addAll(causes().actions());
    all.addAll(rules().providers());
    all.addAll(rules().providerCodes());
    return all;
  }

  private CauseTable causes() {
    if (causes == null) {
      causes = rules == null ? CauseTable.of(catalog) : rules.causes();
    }
    return causes;
  }

  private RuleSet rules() {
    if (rules == null) {
      rules = RuleSet.of(catalog);
    }
    return rules;
  }

  private FactFinder facts() {
    if (facts == null) {
      facts = new FactFinder(catalog);
    }
    return facts;
  }

  private Classifier classifier() {
    if (classifier == null) {
      classifier = many ? new Classifier(rules()) : Classifier.forOne(rules());
    }
    return classifier;
  }
}
