package dev.smtpcode.cause;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.CatalogException;
import dev.smtpcode.catalog.Cause;
import dev.smtpcode.catalog.CodeFiles;
import dev.smtpcode.catalog.CommandWording;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.FormatHead;
import dev.smtpcode.catalog.FormatReader;
import dev.smtpcode.catalog.PhraseRule;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.catalog.ProviderEntry;
import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;
import dev.smtpcode.reply.EnhancedCode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Turns the catalogue's causes, phrases, providers and codes into the tables that matching works
 * with.
 */
public final class RuleCompiler {
  /** A token shorter than this, or without a digit, counts only where its provider speaks. */
  private static final int UNMISTAKABLE = 5;

  private final Catalog catalog;
  private final Draft draft = new Draft();
  private final List<PhraseRule> phraseRules;

  /** Wording that is weak whatever the reply, in lower case. */
  private final Set<String> frames = new HashSet<>();

  /**
   * @param phraseRules the catalogue's, which take long to read; none where they are not wanted
   */
  private RuleCompiler(Catalog catalog, List<PhraseRule> phraseRules) {
    this.catalog = catalog;
    this.phraseRules = phraseRules;
    for (PhraseRule r : phraseRules) {
      boolean always =
          r.onlyClass() == null
              && r.replies().isEmpty()
              && r.enhanced().isEmpty()
              && r.commands().isEmpty()
              && r.provider() == null;
      if (r.weak() && always) {
        r.phrases().forEach(p -> frames.add(p.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /**
   * Run by the build: lists the files of the catalogue and the formats, and compiles the rules.
   *
   * @param args the folder {@code codes} in the output folder
   */
  public static void main(String[] args) throws IOException {
    Path codes = Path.of(args[0]);
    List<String> files = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(codes)) {
      walk.filter(p -> p.toString().endsWith(".json"))
          .forEach(p -> files.add(codes.relativize(p).toString().replace('\\', '/')));
    }
    files.sort(null);
    Files.write(codes.resolve(CodeFiles.INDEX), files);
    Files.write(
        codes.resolve(FormatHead.INDEX),
        FormatReader.bundled(false).stream().map(FormatHead::of).map(FormatHead::line).toList());
    Files.write(codes.resolve(CauseTable.COMPILED), causes(Catalog.bundled()));
    Files.write(codes.resolve(RuleSet.COMPILED), rules(Catalog.bundled()));
  }

  /** The packed {@link CauseTable} of a catalogue. */
  static byte[] causes(Catalog catalog) {
    RuleCompiler compiler = new RuleCompiler(catalog, List.of());
    compiler.causes();
    compiler.actions();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      CauseTable.pack(compiler.draft, new DataOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The packed {@link Tables} of a catalogue. */
  static byte[] rules(Catalog catalog) {
    RuleCompiler compiler = new RuleCompiler(catalog, catalog.phraseRules());
    compiler.causes();
    compiler.actions();
    compiler.commands();
    compiler.providers();
    compiler.phrases();
    compiler.codes();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Tables.pack(compiler.draft, new DataOutputStream(out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void causes() {
    List<Cause> causes = catalog.causes();
    ReplyClass[] classes = ReplyClass.values();
    draft.verdicts = new Verdict[causes.size()][classes.length];
    draft.actions = new String[causes.size()][classes.length];
    for (int i = 0; i < causes.size(); i++) {
      Cause cause = causes.get(i);
      draft.causes.add(cause.entry().code());
      for (ReplyClass c : classes) {
        draft.verdicts[i][c.ordinal()] = cause.verdicts().get(c);
        draft.actions[i][c.ordinal()] = cause.actions().get(c);
      }
    }
  }

  private void actions() {
    for (Entry action : catalog.actions()) {
      draft.actionIds.add(action.code());
    }
  }

  private void commands() {
    for (CommandWording wording : catalog.commandWordings()) {
      int number = draft.commands.size();
      draft.commands.add(wording.command());
      for (String phrase : wording.phrases()) {
        draft.phrases.add(new Draft.DraftPhrase(phrase, Phrase.COMMAND, number));
      }
    }
  }

  private void providers() {
    List<Provider> providers = catalog.providers();
    for (Provider p : providers) {
      int number = draft.providers.size();
      draft.providers.add(p.id());
      for (String alias : p.aliases()) {
        draft.aliases.add(alias);
        draft.aliasProviders.add(number);
      }
      draft.speaksForItself.add(p.kind().equals("mailbox") || p.kind().equals("filter"));
      for (String relay : p.relays()) {
        draft.hosts.add(relay);
        draft.hostProviders.add(number);
        draft.phrases.add(new Draft.DraftPhrase(relay, Phrase.RELAY, number));
      }
      for (String domain : p.domains()) {
        if (!draft.hosts.contains(domain)) {
          draft.hosts.add(domain);
          draft.hostProviders.add(number);
        }
      }
      for (String mark : p.marks()) {
        draft.phrases.add(new Draft.DraftPhrase(mark, Phrase.PROVIDER, number));
      }
      for (String ticket : p.tickets()) {
        draft.phrases.add(new Draft.DraftPhrase(phraseOf(ticket), Phrase.PROVIDER, number));
      }
      for (String zone : p.lists()) {
        draft.phrases.add(new Draft.DraftPhrase(zone, Phrase.LIST, draft.lists.size()));
        draft.lists.add(zone);
        draft.listProviders.add(number);
      }
      for (int i = 0; i < p.entries().size(); i++) {
        providerEntry(number, i, p.entries().get(i));
      }
    }
  }

  /** The form of a reference number as a phrase: anything may stand where it has a slot. */
  private static String phraseOf(String form) {
    StringBuilder phrase = new StringBuilder(form);
    for (int open = phrase.indexOf("{"); open >= 0; open = phrase.indexOf("{")) {
      phrase.replace(open, phrase.indexOf("}", open) + 1, "*");
    }
    return phrase.toString();
  }

  private void providerEntry(int provider, int index, ProviderEntry own) {
    draft.samples.add(own.samples());
    Entry entry = own.entry();
    int number = draft.rules.size();
    draft.rules.add(
        new Rule(
            cause(entry.cause(), entry.code()),
            CauseTable.UNKNOWN.equals(entry.cause()) || isFrame(entry.phrases()),
            null,
            new int[0],
            new int[0],
            0,
            -1,
            provider,
            index,
            own.verdict(),
            own.action()));
    CodeClaim claim = CodeClaim.of(entry.code(), number, !entry.phrases().isEmpty());
    draft.claims.add(claim);
    if (claim.isToken() && !isSlug(entry.code())) {
      Phrase kind = isUnmistakable(entry.code()) ? Phrase.TOKEN : Phrase.OWN_TOKEN;
      if (draft.lists.contains(entry.code())) {
        kind = Phrase.RULE; // that a list is named says less than what is said of it
      }
      draft.phrases.add(new Draft.DraftPhrase(entry.code(), kind, number));
    }
    for (String phrase : entry.phrases()) {
      draft.phrases.add(new Draft.DraftPhrase(phrase, Phrase.RULE, number));
    }
  }

  /** Whether general rules call all this wording weak: it stays so for the provider it explains. */
  private boolean isFrame(List<String> phrases) {
    return !phrases.isEmpty()
        && phrases.stream().map(p -> p.toLowerCase(Locale.ROOT)).allMatch(frames::contains);
  }

  /** A name made for the catalogue, such as {@code loops-back-to-myself}: it stands in no reply. */
  private static boolean isSlug(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c != '-' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnmistakable(String token) {
    boolean digit = false;
    for (int i = 0; i < token.length(); i++) {
      digit |= token.charAt(i) >= '0' && token.charAt(i) <= '9';
    }
    boolean mark = token.indexOf('_') > 0 || token.indexOf('.') > 0 || token.indexOf(':') > 0;
    return token.length() >= UNMISTAKABLE && (digit || mark);
  }

  private void phrases() {
    for (PhraseRule r : phraseRules) {
      draft.samples.add(r.samples());
      int number = draft.rules.size();
      long commands = 0;
      for (String c : r.commands()) {
        commands |= 1L << draft.commands.indexOf(c);
      }
      draft.rules.add(
          new Rule(
              cause(r.cause(), r.phrases().get(0)),
              r.weak(),
              r.onlyClass(),
              r.replies().stream().mapToInt(Integer::parseInt).toArray(),
              r.enhanced().stream().mapToInt(RuleCompiler::enhanced).toArray(),
              commands,
              r.provider() == null ? -1 : draft.providers.indexOf(r.provider()),
              -1,
              -1,
              r.verdict(),
              r.action()));
      for (String phrase : r.phrases()) {
        draft.phrases.add(new Draft.DraftPhrase(phrase, Phrase.RULE, number));
      }
    }
  }

  private void codes() {
    List<Entry> meaning = new ArrayList<>();
    for (Entry e : catalog.enhanced()) {
      if (e.cause() != null) {
        meaning.add(e);
      }
    }
    draft.enhanced = new int[meaning.size()];
    draft.enhancedCauses = new int[meaning.size()];
    draft.enhancedWeak = new boolean[meaning.size()];
    meaning.sort((a, b) -> Integer.compare(enhanced(a.code()), enhanced(b.code())));
    for (int i = 0; i < meaning.size(); i++) {
      Entry e = meaning.get(i);
      draft.enhanced[i] = enhanced(e.code());
      draft.enhancedCauses[i] = cause(e.cause(), e.code());
      draft.enhancedWeak[i] = e.causeIsWeak();
    }
    for (Entry e : catalog.replies()) {
      if (e.cause() != null) {
        draft.replyCauses[Integer.parseInt(e.code())] = cause(e.cause(), e.code());
      }
    }
  }

  private int cause(String id, String where) {
    int n = draft.causes.indexOf(id);
    if (n < 0) {
      throw new CatalogException("codes.error.cause", id, where);
    }
    return n;
  }

  private static int enhanced(String code) {
    if (code.charAt(0) == 'x') {
      int five = EnhancedCode.parse('5' + code.substring(1));
      return EnhancedCode.pack(0, EnhancedCode.subject(five), EnhancedCode.detail(five));
    }
    return EnhancedCode.parse(code);
  }
}
