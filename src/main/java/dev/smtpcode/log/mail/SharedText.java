package dev.smtpcode.log.mail;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a report says to several recipients together: its lines about one say nothing of others. */
final class SharedText {
  private final Set<String> recipients = new HashSet<>();
  private final Map<String, Set<String>> named = new HashMap<>();

  private SharedText(List<Section> sections) {
    for (Section s : sections) {
      recipients.add(TextReport.key(s.recipient()));
    }
  }

  /** The sections, each without the lines that name other recipients only. */
  static List<Section> separated(List<Section> sections) {
    if (sections.size() < 2) {
      return sections;
    }
    SharedText shared = new SharedText(sections);
    List<Section> found = new ArrayList<>();
    for (Section s : sections) {
      String key = TextReport.key(s.recipient());
      String text = shared.without(s.text(), key);
      found.add(new Section(s.recipient(), text, shared.without(s.context(), key)));
    }
    return found;
  }

  private String without(String text, String recipient) {
    StringBuilder kept = new StringBuilder(text.length());
    for (String line : text.split("\n", -1)) {
      Set<String> about = named.computeIfAbsent(line, this::recipients);
      if (about.isEmpty() || about.contains(recipient)) {
        kept.append(kept.length() == 0 ? "" : "\n").append(line);
      }
    }
    return kept.toString();
  }

  private Set<String> recipients(String line) {
    Set<String> found = new HashSet<>();
    for (String address : Addresses.all(line)) {
      if (recipients.contains(TextReport.key(address))) {
        found.add(TextReport.key(address));
      }
    }
    return found;
  }
}
