package dev.smtpcode.cli;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.explain.Listing;
import dev.smtpcode.render.ListPage;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smtpcode list}. */
@Command(name = "list")
final class ListCommand implements PageCommand {
  @Mixin(name = "filters")
  private Filters filters;

  @Mixin private SharedOptions shared;

  private final Console console;

  ListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Class<? extends Page> page() {
    return ListPage.class;
  }

  @Override
  public Integer call() {
    Session session = shared.session(console);
    Renderer renderer = session.renderer(page());
    List<Entry> entries = listing(session).of(session.catalog());
    if (entries.isEmpty()) {
      throw new UsageException("list.error.none");
    }
    session.show(renderer.render(new ListPage(entries)));
    return Main.OK;
  }

  private Listing listing(Session session) {
    RuleSet rules = RuleSet.of(session.catalog());
    return new Listing(
        digit(),
        filters.subject,
        provider(rules),
        filters.standard,
        cause(rules.causes().causes()));
  }

  private Character digit() {
    if (filters.replyClass == null) {
      return null;
    }
    String c = filters.replyClass.toLowerCase(Locale.ROOT);
    if (!c.matches("[1-6](xx|\\.x\\.x)?")) {
      throw UsageException.ofOption("class", "list.error.class", filters.replyClass);
    }
    return c.charAt(0);
  }

  private String provider(RuleSet rules) {
    if (filters.provider == null) {
      return null;
    }
    String id = rules.providerNamed(filters.provider.toLowerCase(Locale.ROOT));
    if (id == null) {
      throw UnknownWord.provider("provider", filters.provider, rules.providers());
    }
    return id;
  }

  private String cause(List<String> causes) {
    if (filters.cause != null && !causes.contains(filters.cause)) {
      throw UnknownWord.cause("cause", filters.cause, causes);
    }
    return filters.cause;
  }

  /** Which entries are listed. */
  private static final class Filters {
    @Option(names = "--class", paramLabel = "CLASS")
    private String replyClass;

    @Option(names = "--subject", paramLabel = "N")
    private Integer subject;

    @Option(names = "--provider", paramLabel = "NAME")
    private String provider;

    @Option(names = "--standard", negatable = true, fallbackValue = "true")
    private Boolean standard;

    @Option(names = "--cause", paramLabel = "CAUSE")
    private String cause;
  }
}
