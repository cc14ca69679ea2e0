package dev.smtpcode.cli;

import dev.smtpcode.render.OutputFormat;
import java.util.ListResourceBundle;

/** What help texts take from elsewhere: {@code ${bundle:formats}}. */
final class HelpWords extends ListResourceBundle {
  private final PageCommand command;

  HelpWords(PageCommand command) {
    this.command = command;
  }

  @Override
  protected Object[][] getContents() {
    return new Object[][] {{"formats", String.join(", ", OutputFormat.ids(command.page()))}};
  }
}
