package dev.smtpcode.cli;

import dev.smtpcode.render.ComparisonPage;
import dev.smtpcode.render.Page;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode compare}. */
@Command(name = "compare")
final class CompareCommand implements PageCommand {
  @Mixin private SharedOptions shared;

  @Parameters(arity = "0..*", paramLabel = "CODE|TEXT")
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
    return Compare.run(shared.session(console), queries);
  }
}
