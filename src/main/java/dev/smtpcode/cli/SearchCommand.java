package dev.smtpcode.cli;

import dev.smtpcode.explain.Search;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import dev.smtpcode.render.SearchPage;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code smtpcode search}. */
@Command(
    name = "search",
    description = "Finds entries of the catalogue by their words, the best first.",
    footerHeading = "%nExamples:%n",
    footer = {"  smtpcode search quota exceeded", "  smtpcode search --json \"reverse DNS\""})
final class SearchCommand implements PageCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private HelpOption help;

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many to show, 20 unless told.")
  private int top;

  @Parameters(arity = "1..*", paramLabel = "WORD", description = "Words that must all occur.")
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
    Session session = new Session(console, output.choice());
    Renderer renderer = session.renderer(page());
    if (top < 1) {
      throw new UsageException("--top " + top + ": give a number from 1 up");
    }
    List<String> wanted = Search.words(words);
    if (wanted.isEmpty()) {
      throw new UsageException("nothing to search for: give a word, such as smtpcode search quota");
    }
    List<Search.Hit> hits = Search.find(session.catalog(), wanted);
    if (hits.isEmpty()) {
      console.complain("nothing in the catalogue holds all of: " + String.join(" ", words));
      return Main.USAGE;
    }
    session.show(renderer.render(new SearchPage(session.messages(), hits, wanted, top)));
    return Main.OK;
  }
}
