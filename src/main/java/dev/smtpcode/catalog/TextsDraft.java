package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;

/** The texts of an entry while they are read, key by key. */
final class TextsDraft {
  private final String language;
  private String title;
  private String meaning;
  private String whenSeen;
  private String advice;
  private String sentBy;
  private List<String> fix = List.of();
  private List<String> fixReceiver = List.of();
  private List<String> avoid = List.of();

  TextsDraft(String language) {
    this.language = language;
  }

  /** A draft in which what is not read stays as it is in {@code original}. */
  TextsDraft(String language, Texts original) {
    this.language = language;
    title = original.title();
    meaning = original.meaning();
    whenSeen = original.whenSeen();
    advice = original.advice();
    sentBy = original.sentBy();
    fix = original.fix();
    fixReceiver = original.fixReceiver();
    avoid = original.avoid();
  }

  /**
   * Takes the value of a key, at which the parser stands.
   *
   * @return false where the key is none of a text; the value is then still to be read
   */
  boolean take(String key, JsonParser in) throws IOException {
    switch (key) {
      case "title" -> title = in.getText();
      case "meaning" -> meaning = in.getText();
      case "when-seen" -> whenSeen = in.getText();
      case "advice" -> advice = in.getText();
      case "sent-by" -> sentBy = in.getText();
      case "fix" -> fix = EntryReader.strings(in);
      case "fix-receiver" -> fixReceiver = EntryReader.strings(in);
      case "avoid" -> avoid = EntryReader.strings(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  Texts texts() {
    return new Texts(language, title, meaning, whenSeen, fix, fixReceiver, avoid, advice, sentBy);
  }
}
