package dev.smtpcode.cli;

import picocli.CommandLine;

/** Makes the commands, handing each the console. */
final class Commands implements CommandLine.IFactory {
  private final Console console;

  Commands(Console console) {
    this.console = console;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <K> K create(Class<K> type) throws Exception {
    if (type == ExplainCommand.class) {
      return (K) new ExplainCommand(console);
    }
    if (type == CompareCommand.class) {
      return (K) new CompareCommand(console);
    }
    if (type == ScanCommand.class) {
      return (K) new ScanCommand(console);
    }
    if (type == ListCommand.class) {
      return (K) new ListCommand(console);
    }
    if (type == SearchCommand.class) {
      return (K) new SearchCommand(console);
    }
    return CommandLine.defaultFactory().create(type);
  }
}
