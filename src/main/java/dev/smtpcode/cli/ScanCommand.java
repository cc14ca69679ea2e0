package dev.smtpcode.cli;

import dev.smtpcode.render.Page;
import dev.smtpcode.render.ScanPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code smtpcode scan}. */
@Command(
    name = "scan",
    description = "Says what failed in mail logs and bounce mails, why, and what to do first.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  journalctl -u postfix | smtpcode scan",
      "  smtpcode scan /var/log/mail.log*",
      "  smtpcode scan --since -1h --by domain --top 20 /var/log/mail.log",
      "  smtpcode scan --events --outcome bounced Maildir/ | jq -r .recipient",
      "  smtpcode scan --fail-on 'hard>2%%' --suppress dead.csv /var/log/exim4/mainlog"
    })
final class ScanCommand implements PageCommand {
  @SuppressWarnings("unused") // picocli reads it
  @Mixin
  private HelpOption help;

  @ArgGroup(validate = false, heading = "%nOutput:%n")
  private OutputOptions output = new OutputOptions();

  @Mixin private ScanOptions options;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files, folders or patterns; - or none for standard input. Compressed ones are unpacked.")
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
    return new Scan(new Session(console, output.choice()), options).run(inputs);
  }
}
