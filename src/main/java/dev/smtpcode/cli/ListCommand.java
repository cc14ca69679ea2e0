package dev.smtpcode.cli;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.explain.Listing;
import dev.smtpcode.render.ListPage;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code smtpcode list}. */
@Command(
    name = "list",
    description = "Lists the codes of the catalogue.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpcode list --class 4xx",
      "  smtpcode list --subject 7 --standard",
      "  smtpcode list --provider gmail",
      "  smtpcode list --cause greylisted --json"
    })
final class ListCommand implements PageCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private HelpOption help;

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @Option(names = "--class", paramLabel = "CLASS", description = "2xx, 3xx, 4xx or 5xx.")
  private String replyClass;

  @Option(
      names = "--subject",
      paramLabel = "N",
      description = "Subject of enhanced status codes, 0 to 7.")
  private Integer subject;

  @Option(names = "--provider", paramLabel = "NAME", description = "The provider's own codes.")
  private String provider;

  @Option(
      names = "--standard",
      negatable = true,
      description = "Only codes that a standard defines, or with --no-standard only the others.")
  private Boolean standard;

  @Option(names = "--cause", paramLabel = "CAUSE", description = "Codes that mean this cause.")
  private String cause;

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
    Session session = new Session(console, output.choice());
    Renderer renderer = session.renderer(page());
    List<Entry> entries = listing(session).of(session.catalog());
    if (entries.isEmpty()) {
      throw new UsageException("no entry fits: leave out an option, or see smtpcode list --help");
    }
    session.show(renderer.render(new ListPage(entries)));
    return Main.OK;
  }

  private Listing listing(Session session) {
    Character digit = null;
    if (replyClass != null) {
      String c = replyClass.toLowerCase(Locale.ROOT);
      boolean known = c.matches("[1-6](xx|\\.x\\.x)?");
      if (!known) {
        throw new UsageException("unknown class '" + replyClass + "': choose 2xx, 3xx, 4xx or 5xx");
      }
      digit = c.charAt(0);
    }
    RuleSet rules = RuleSet.of(session.catalog());
    String providerId = provider;
    if (provider != null) {
      providerId = rules.providerNamed(provider.toLowerCase(Locale.ROOT));
      if (providerId == null) {
        throw new UsageException(
            "unknown provider '"
                + provider
                + "': choose one of "
                + String.join(", ", rules.providers()));
      }
    }
    if (cause != null && !rules.causes().causes().contains(cause)) {
      throw new UsageException(
          "unknown cause '"
              + cause
              + "': choose one of "
              + String.join(", ", rules.causes().causes()));
    }
    return new Listing(digit, subject, providerId, standard, cause);
  }
}
