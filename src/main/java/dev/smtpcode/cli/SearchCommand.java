package dev.smtpcode.cli;

import dev.smtpcode.explain.Search;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import dev.smtpcode.render.SearchPage;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smtpcode search}. */
@Command(name = "search")
final class SearchCommand implements PageCommand {
  @Mixin(name = "output")
  private Length length;

  @Mixin private SharedOptions shared;

  @Parameters(arity = "1..*", paramLabel = "WORD")
  private List<String> words;

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Class<? extends Page> page() {
    return SearchPage.class;
  }

  @Override
  public Integer call() {
    Session session = shared.session(console);
    Renderer renderer = session.renderer(page());
    int top = length.top;
    if (top < 1) {
      throw UsageException.ofOption("top", "search.error.top", top);
    }
    List<String> wanted = Search.words(words);
    if (wanted.isEmpty()) {
      throw new UsageException("search.error.empty");
    }
    List<Search.Hit> hits = Search.find(session.catalog(), wanted);
    if (hits.isEmpty()) {
      throw new UsageException("search.error.none", String.join(" ", words));
    }
    session.show(renderer.render(new SearchPage(session.messages(), hits, wanted, top)));
    return Main.OK;
  }

  /** How much is shown. */
  private static final class Length {
    @Option(names = "--top", paramLabel = "N", defaultValue = "20")
    private int top;
  }
}
