package dev.smtpcode.cli;

import dev.smtpcode.explain.Search;
import dev.smtpcode.render.Json;
import dev.smtpcode.render.ListPage;
import java.util.List;
import java.util.concurrent.Callable;
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
final class SearchCommand implements Callable<Integer> {
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
  public Integer call() {
    Session session = new Session(console, output.choice());
    String format = session.format(Session.PAGE_FORMATS);
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
    if (format.equals("json")) {
      Json json = new Json(session.messages());
      hits.subList(0, Math.min(top, hits.size()))
          .forEach(h -> console.out().println(json.entry(h.entry())));
    } else {
      session.show(new ListPage(session.messages()).ofHits(hits, wanted, top), format);
    }
    return Main.OK;
  }
}
