package dev.smtpcode.cli;

import dev.smtpcode.render.Page;
import dev.smtpcode.render.ScanPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode scan}. */
@Command(name = "scan")
final class ScanCommand implements PageCommand {
  @Mixin private ScanOptions options;

  @Mixin private SharedOptions shared;

  @Parameters(arity = "0..*", paramLabel = "FILE")
  private List<String> inputs = new ArrayList<>();

  private final Console console;

  ScanCommand(Console console) {
    this.console = console;
  }

  @Override
  public Class<? extends Page> page() {
    return ScanPage.class;
  }

  @Override
  public Integer call() throws IOException {
    return new Scan(shared.session(console), options).run(inputs);
  }
}
