package dev.smtpcode.cli;

import dev.smtpcode.render.ComparisonPage;
import dev.smtpcode.render.Page;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode compare}. */
@Command(
    name = "compare",
    description =
        "Sets codes or whole replies side by side: each explained, the differences, what to do.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpcode compare 211 556",
      "  smtpcode compare 450 550 5.1.1",
      "  smtpcode compare \"421 4.7.0 try again later\" 554"
    })
final class CompareCommand implements PageCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private HelpOption help;

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "CODE|TEXT",
      description = "Two or more codes; a whole reply in quotes.")
  private List<String> queries = new ArrayList<>();

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Class<? extends Page> page() {
    return ComparisonPage.class;
  }

  @Override
  public Integer call() {
    return Compare.run(new Session(console, output.choice()), queries);
  }
}
