package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads forms of facts and the words of times. Closes the parser it is given. */
final class FactReader {
  private final List<String> waits = new ArrayList<>();
  private final List<String> tickets = new ArrayList<>();
  private final List<String> domains = new ArrayList<>();
  private final List<String> bystanders = new ArrayList<>();
  private final Map<String, Integer> units = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<String> joins = new ArrayList<>();
  private final List<String> qualifiers = new ArrayList<>();
  private final List<String> userNames = new ArrayList<>();

  /** Adds what a file of facts says. */
  void add(JsonParser parser) {
    try (JsonParser in = parser) {
      in.nextToken();
      facts(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds what another has read. */
  void add(FactReader other) {
    waits.addAll(other.waits);
    tickets.addAll(other.tickets);
    domains.addAll(other.domains);
    bystanders.addAll(other.bystanders);
    units.putAll(other.units);
    numbers.putAll(other.numbers);
    joins.addAll(other.joins);
    qualifiers.addAll(other.qualifiers);
    userNames.addAll(other.userNames);
  }

  /**
   * The forms that a provider's file adds.
   *
   * @param factsFirst whether entries end what is to be read, so that the long rest stays unread
   */
  static FactForms ofProvider(JsonParser parser, boolean factsFirst) {
    FactReader reader = new FactReader();
    try (JsonParser in = parser) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String key = in.currentName();
        if (factsFirst && key.equals("entries")) {
          break;
        }
        in.nextToken();
        switch (key) {
          case "facts" -> reader.facts(in);
          case "recognise" -> reader.marks(in);
          default -> in.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return reader.forms();
  }

  private void marks(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = in.currentName().equals("tickets");
      in.nextToken();
      if (found) {
        tickets.addAll(EntryReader.strings(in));
      } else {
        in.skipChildren();
      }
    }
  }

  private void facts(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "waits" -> waits.addAll(EntryReader.strings(in));
        case "tickets" -> tickets.addAll(EntryReader.strings(in));
        case "domains" -> domains.addAll(EntryReader.strings(in));
        case "bystanders" -> bystanders.addAll(EntryReader.strings(in));
        case "units" -> words(in, units);
        case "numbers" -> words(in, numbers);
        case "joins" -> joins.addAll(EntryReader.strings(in));
        case "qualifiers" -> qualifiers.addAll(EntryReader.strings(in));
        case "user-names" -> userNames.addAll(EntryReader.strings(in));
        default -> in.skipChildren();
      }
    }
  }

  /** Lists of words under the number that they stand for. */
  private static void words(JsonParser in, Map<String, Integer> all) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      int value = Integer.parseInt(in.currentName());
      in.nextToken();
      for (String word : EntryReader.strings(in)) {
        all.put(word, value);
      }
    }
  }

  FactForms forms() {
    return new FactForms(waits, tickets, domains, bystanders);
  }

  FactWording wording() {
    return new FactWording(forms(), new TimeWords(units, numbers, joins, qualifiers), userNames);
  }
}
