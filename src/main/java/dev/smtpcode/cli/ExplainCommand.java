package dev.smtpcode.cli;

import dev.smtpcode.render.ExplanationPage;
import dev.smtpcode.render.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode explain}. */
@Command(
    name = "explain",
    description = {
      "Explains a reply code, an enhanced status code, a provider's own code, a cause, a provider,"
          + " or a whole pasted reply.",
      "With - it explains each line of standard input."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  smtpcode explain 556",
      "  smtpcode explain 550 5.7.26",
      "  smtpcode explain TSS04",
      "  smtpcode explain gmail",
      "  smtpcode explain greylisted",
      "  smtpcode explain \"550 5.1.1 <bob@example.com>: User unknown\"",
      "  postqueue -p | smtpcode explain --json -"
    })
final class ExplainCommand implements PageCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private HelpOption help;

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @Parameters(
      arity = "0..*",
      paramLabel = "CODE|TEXT",
      description = "What to explain; several codes, or the words of one reply.")
  private List<String> words = new ArrayList<>();

  private final Console console;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Class<? extends Page> page() {
    return ExplanationPage.class;
  }

  @Override
  public Integer call() throws IOException {
    return Explain.run(new Session(console, output.choice()), words);
  }
}
