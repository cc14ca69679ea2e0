package dev.smtpcode.cause;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.CodeFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogue's rules, made ready for matching. Immutable but for caches; shared by threads, each
 * with a {@link Classifier} of its own.
 */
public final class RuleSet {
  /** Where the build puts the compiled rules, beside the catalogue. */
  static final String COMPILED = "rules.bin";

  final Tables tables;
  private final Map<Long, Classification> interned = new ConcurrentHashMap<>();
  private volatile HostSuffixes hosts;
  private PhraseFinder automaton;

  private RuleSet(Tables tables) {
    this.tables = tables;
  }

  /** The rules that came with the program. */
  public static RuleSet bundled() {
    return of(Catalog.bundled());
  }

  /** The rules of this catalogue, a user's own among them. */
  public static RuleSet of(Catalog catalog) {
    try {
      byte[] packed = catalog.hasOverlay() ? null : CodeFiles.bytes(COMPILED);
      if (packed == null) {
        CauseTable causes = CauseTable.read(RuleCompiler.causes(catalog));
        return new RuleSet(Tables.read(causes, RuleCompiler.rules(catalog)));
      }
      return new RuleSet(Tables.read(CauseTable.of(catalog), packed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The verdicts and actions of causes. */
  public CauseTable causes() {
    return tables.causeTable;
  }

  /**
   * The provider whose relay host or recipient domain {@code buf[from,to)} is, by the longest
   * suffix; -1 for none.
   */
  public int providerOfHost(byte[] buf, int from, int to) {
    HostSuffixes suffixes = hosts;
    if (suffixes == null) {
      suffixes = new HostSuffixes(tables.hosts, tables.hostProviders);
      hosts = suffixes;
    }
    return suffixes.find(buf, from, to);
  }

  /** The id of a provider, or null for -1. */
  public String providerId(int provider) {
    return provider < 0 ? null : tables.providers.get(provider);
  }

  /** The number of a provider, -1 for an unknown one. */
  public int provider(String id) {
    return tables.providers.indexOf(id);
  }

  /** The number of an SMTP command such as {@code RCPT}; -1 for an unknown one. */
  public int command(String name) {
    return tables.commands.indexOf(name);
  }

  /** The id of the provider that goes by this id or other name, or null. */
  public String providerNamed(String name) {
    if (tables.providers.contains(name)) {
      return name;
    }
    int i = tables.aliases.indexOf(name);
    return i < 0 ? null : tables.providers.get(tables.aliasProviders[i]);
  }

  /** Ids of all providers, sorted. */
  public List<String> providers() {
    return tables.providers;
  }

  /** The entries of providers that claim this code or token, in the order of providers. */
  public List<ProviderEntryRef> entriesWithCode(String code) {
    List<ProviderEntryRef> found = new ArrayList<>();
    for (int i = 0; i < tables.claimCount(); i++) {
      CodeClaim claim = tables.claim(i);
      if (claim.holds(code)) {
        Rule rule = tables.rule(claim.rule());
        found.add(new ProviderEntryRef(tables.providers.get(rule.owner()), rule.entry()));
      }
    }
    return found;
  }

  /** All codes and tokens of providers, for completion and suggestions. */
  public List<String> providerCodes() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < tables.claimCount(); i++) {
      all.add(tables.claim(i).code());
    }
    return all;
  }

  /** The instance of what {@code key} stands for, or null. */
  Classification known(long key) {
    return interned.get(key);
  }

  /** The one instance of what {@code key} stands for. */
  Classification intern(long key, Classification made) {
    Classification first = interned.putIfAbsent(key, made);
    return first == null ? made : first;
  }

  /** Finds the phrases in one text, without preparation. */
  PhraseFinder probe() {
    return new PhraseProbe(tables.literals, tables.anchors());
  }

  /** Finds the phrases in many texts; built when first needed. */
  synchronized PhraseFinder automaton() {
    if (automaton == null) {
      automaton = new TwoAlphabets(tables);
    }
    return automaton;
  }
}
