package dev.smtpcode.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.render.Display;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

@DisplayName("Help has its texts from the messages, in every language")
class HelpTextsTest {
  private static List<CommandSpec> commands() {
    CommandLine root = CommandLineRun.model(Console.ofProcess());
    List<CommandSpec> all = new ArrayList<>(List.of(root.getCommandSpec()));
    root.getSubcommands().values().forEach(c -> all.add(c.getCommandSpec()));
    return all;
  }

  @Test
  @DisplayName("no command, option or argument carries a text of its own")
  void noTextsInCode() {
    for (CommandSpec command : commands()) {
      UsageMessageSpec usage = command.usageMessage();
      List<String> texts = new ArrayList<>();
      texts.addAll(List.of(usage.header()));
      texts.addAll(List.of(usage.description()));
      texts.addAll(List.of(usage.footer()));
      texts.add(usage.footerHeading());
      texts.add(usage.headerHeading());
      texts.add(usage.descriptionHeading());
      texts.add(usage.parameterListHeading());
      texts.add(usage.optionListHeading());
      assertEquals("", String.join("", texts), command.name());
      for (ArgSpec arg : command.args()) {
        assertEquals(List.of(), List.of(arg.description()), arg.toString());
      }
      command.argGroups().forEach(g -> assertEquals(null, g.heading()));
    }
  }

  @Test
  @DisplayName("every text of help is of a command, option or group that there is")
  void noTextsLeftOver() throws IOException {
    Set<String> known = new TreeSet<>();
    for (CommandSpec command : commands()) {
      for (String part : List.of("summary", "more", "argument", "examples")) {
        known.add("help." + command.name() + "." + part);
      }
      for (OptionSpec option : command.options()) {
        known.add("help.option." + HelpTexts.name(option));
        known.add("help." + command.name() + ".option." + HelpTexts.name(option));
      }
    }
    List<String> leftOver = new ArrayList<>();
    new ObjectMapper()
        .readTree(Path.of("codes/lang/en/messages/help.json").toFile())
        .path("messages")
        .fieldNames()
        .forEachRemaining(
            key -> {
              boolean general =
                  key.matches("help\\.(heading|group|configuration)\\..*")
                      || Set.of("help.sentence", "help.configuration", "help.more").contains(key);
              if (!general && !known.contains(key)) {
                leftOver.add(key);
              }
            });
    assertEquals(List.of(), leftOver);
  }

  @ParameterizedTest(name = "{0} in {1} columns")
  @CsvSource({"en,80", "en,40", "en,120", "th,80", "th,60", "th,120"})
  @DisplayName("help fits the width, but for command lines to try")
  void fits(String language, int width) {
    HelpTexts texts = new HelpTexts(new Messages(language));
    Display display = new Display(width, false, false);
    for (CommandSpec command : commands()) {
      String page = new HelpPage(texts, display).of(command);
      for (String line : page.split("\n", -1)) {
        boolean isExample = texts.examples(command).contains(line.strip());
        boolean isUsage = line.matches(".*smtpcode \\S+ \\[.*");
        assertTrue(isExample || isUsage || columns(line) <= width, line);
      }
    }
  }

  /** Marks above and below a letter take no column. */
  private static long columns(String line) {
    return line.codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .count();
  }
}
