package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How mail systems word their reports ({@code codes/mail/}): by these phrases a reader knows a
 * report and finds its way in it. All in lower case.
 */
public final class MailWording {
  /** What a list of phrases is for; see {@code codes/schema/mail.schema.json}. */
  public enum Use {
    SENDERS("senders"),
    SUBJECTS("subjects"),
    STATEMENTS("statements"),
    DELAYS("delays"),
    DELIVERIES("deliveries"),
    ORIGINALS("originals"),
    REPORTS("reports"),
    RECIPIENTS("recipients"),
    ANNOUNCEMENTS("announcements"),
    SENDERS_OWN("senders-own"),
    CODE_LABELS("code-labels"),
    COURTESIES("courtesies"),
    CONTACTS("contacts"),
    AUTO_REPLIES("auto-replies"),
    ABSENCES("absences"),
    COMPLAINTS("complaints"),
    COMPLAINT_SUBJECTS("complaint-subjects");

    private final String key;

    Use(String key) {
      this.key = key;
    }
  }

  private static final String FOLDER = "mail/";

  private final Map<Use, List<String>> phrases;

  private MailWording(Map<Use, List<String>> phrases) {
    this.phrases = phrases;
  }

  /** The wording that came with the program. */
  public static MailWording bundled() {
    Map<Use, List<String>> all = new EnumMap<>(Use.class);
    for (Use use : Use.values()) {
      all.put(use, new ArrayList<>());
    }
    for (String file : CodeFiles.in(FOLDER)) {
      try (JsonParser in = CodeFiles.parser(file)) {
        read(in, all);
      } catch (IOException e) {
        throw new UncheckedIOException("codes/" + file, e);
      }
    }
    all.replaceAll((use, list) -> List.copyOf(list));
    return new MailWording(all);
  }

  private static void read(JsonParser in, Map<Use, List<String>> all) throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      in.nextToken();
      boolean known = false;
      for (Use use : Use.values()) {
        if (use.key.equals(key)) {
          all.get(use).addAll(EntryReader.strings(in));
          known = true;
        }
      }
      if (!known) {
        in.skipChildren();
      }
    }
  }

  /** The phrases for this use, in the order of the files. */
  public List<String> of(Use use) {
    return phrases.get(use);
  }
}
