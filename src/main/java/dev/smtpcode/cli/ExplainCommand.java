package dev.smtpcode.cli;

import dev.smtpcode.render.ExplanationPage;
import dev.smtpcode.render.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode explain}. */
@Command(name = "explain")
final class ExplainCommand implements PageCommand {
  @Mixin private SharedOptions shared;

  @Parameters(arity = "0..*", paramLabel = "CODE|TEXT")
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
    return Explain.run(shared.session(console), words);
  }
}
