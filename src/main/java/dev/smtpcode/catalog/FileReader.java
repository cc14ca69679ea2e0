package dev.smtpcode.catalog;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whole catalogue files, one kind a method. Closes the parser it is given. */
final class FileReader {
  static final String ENGLISH = "en";

  private FileReader() {}

  /**
   * The entry with this code, or null; the others are passed over unbuilt, for {@code code} is the
   * first key of an entry.
   */
  static Entry entry(JsonParser parser, String code) {
    try (JsonParser in = parser) {
      if (in == null || !toArray(in, "entries")) {
        return null;
      }
      while (in.nextToken() == JsonToken.START_OBJECT) {
        if ("code".equals(in.nextFieldName()) && in.nextTextValue().equals(code)) {
          return new EntryReader(in, ENGLISH).read(code, null, new EntryReader.Extras());
        }
        skipRestOfObject(in);
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Entry> entries(JsonParser parser) {
    List<Entry> list = new ArrayList<>();
    try (JsonParser in = parser) {
      if (in != null && toArray(in, "entries")) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          list.add(new EntryReader(in, ENGLISH).read(null, null, new EntryReader.Extras()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  static List<Cause> causes(JsonParser parser) {
    List<Cause> list = new ArrayList<>();
    try (JsonParser in = parser) {
      if (in != null && toArray(in, "entries")) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          EntryReader.Extras extras = new EntryReader.Extras();
          Entry entry = new EntryReader(in, ENGLISH).read(null, null, extras);
          Map<ReplyClass, Verdict> verdicts = new EnumMap<>(ReplyClass.class);
          Map<ReplyClass, String> actions = new EnumMap<>(ReplyClass.class);
          for (ReplyClass c : ReplyClass.values()) {
            verdicts.put(
                c,
                c == ReplyClass.POSITIVE ? Verdict.NONE : Verdict.of(extras.verdicts.get(c.id())));
            actions.put(c, c == ReplyClass.POSITIVE ? "none" : extras.actions.get(c.id()));
          }
          list.add(new Cause(entry, extras.wordings, verdicts, actions));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  static Provider provider(JsonParser parser, String id) {
    String name = null;
    String kind = "mailbox";
    String about = null;
    List<String> aliases = List.of();
    List<String> lists = List.of();
    List<String> relays = List.of();
    List<String> domains = List.of();
    List<String> marks = List.of();
    List<String> tickets = List.of();
    List<Link> links = new ArrayList<>();
    List<ProviderEntry> entries = new ArrayList<>();
    try (JsonParser in = parser) {
      in.nextToken();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "name" -> name = in.getText();
          case "kind" -> kind = in.getText();
          case "about" -> about = in.getText();
          case "aliases" -> aliases = EntryReader.strings(in);
          case "lists" -> lists = EntryReader.strings(in);
          case "links" -> {
            while (in.nextToken() == JsonToken.START_OBJECT) {
              links.add(link(in));
            }
          }
          case "recognise" -> {
            while (in.nextToken() != JsonToken.END_OBJECT) {
              String by = in.currentName();
              in.nextToken();
              switch (by) {
                case "relays" -> relays = EntryReader.strings(in);
                case "domains" -> domains = EntryReader.strings(in);
                case "phrases" -> marks = EntryReader.strings(in);
                case "tickets" -> tickets = EntryReader.strings(in);
                default -> in.skipChildren();
              }
            }
          }
          case "entries" -> {
            while (in.nextToken() == JsonToken.START_OBJECT) {
              EntryReader.Extras extras = new EntryReader.Extras();
              Entry entry = new EntryReader(in, ENGLISH).read(null, id, extras);
              String verdict = extras.verdicts.get("");
              entries.add(
                  new ProviderEntry(
                      entry,
                      verdict == null ? null : Verdict.of(verdict),
                      extras.actions.get(""),
                      extras.samples));
            }
          }
          default -> in.skipChildren();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Provider(
        id, name, kind, aliases, about, links, relays, domains, marks, tickets, lists, entries);
  }

  private static Link link(JsonParser in) throws IOException {
    String title = null;
    String url = null;
    String use = null;
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      String value = in.nextTextValue();
      switch (key) {
        case "title" -> title = value;
        case "url" -> url = value;
        case "use" -> use = value;
        default -> {}
      }
    }
    return new Link(title, url, use);
  }

  static List<PhraseRule> rules(JsonParser parser) {
    List<PhraseRule> list = new ArrayList<>();
    try (JsonParser in = parser) {
      if (in != null && toArray(in, "rules")) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          list.add(rule(in));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  static List<CommandWording> commands(JsonParser parser) {
    List<CommandWording> list = new ArrayList<>();
    try (JsonParser in = parser) {
      if (in != null && toArray(in, "commands")) {
        while (in.nextToken() == JsonToken.START_OBJECT) {
          String name = null;
          List<String> phrases = List.of();
          while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            switch (key) {
              case "command" -> name = in.getText();
              case "phrases" -> phrases = EntryReader.strings(in);
              default -> in.skipChildren();
            }
          }
          list.add(new CommandWording(name, phrases));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return list;
  }

  private static PhraseRule rule(JsonParser in) throws IOException {
    String cause = null;
    boolean weak = false;
    ReplyClass onlyClass = null;
    String provider = null;
    Verdict verdict = null;
    String action = null;
    List<String> any = List.of();
    List<String> replies = List.of();
    List<String> enhanced = List.of();
    List<String> commands = List.of();
    List<String> samples = List.of();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "cause" -> cause = in.getText();
        case "any" -> any = EntryReader.strings(in);
        case "weak" -> weak = in.getBooleanValue();
        case "verdict" -> verdict = Verdict.of(in.getText());
        case "action" -> action = in.getText();
        case "samples" -> samples = EntryReader.strings(in);
        case "when" -> {
          while (in.nextToken() != JsonToken.END_OBJECT) {
            String what = in.currentName();
            in.nextToken();
            switch (what) {
              case "class" -> onlyClass = ReplyClass.of(in.getText());
              case "provider" -> provider = in.getText();
              case "replies" -> replies = EntryReader.strings(in);
              case "enhanced" -> enhanced = EntryReader.strings(in);
              case "commands" -> commands = EntryReader.strings(in);
              default -> in.skipChildren();
            }
          }
        }
        default -> in.skipChildren();
      }
    }
    return new PhraseRule(
        cause, any, weak, onlyClass, replies, enhanced, commands, provider, verdict, action,
        samples);
  }

  /**
   * What a file translates of some entries; the others in it are passed over. Reads no further than
   * the last of them.
   *
   * @param parser null where there is no such file
   * @param originals what is to be translated, by {@link Translation#key}
   */
  static Translation translation(JsonParser parser, String language, Map<String, Texts> originals) {
    if (parser == null) {
      return new Translation(null, Map.of());
    }
    String about = null;
    Map<String, Texts> texts = new HashMap<>();
    try (JsonParser in = parser) {
      boolean whole = false;
      in.nextToken();
      while (!whole && in.nextToken() == JsonToken.FIELD_NAME) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "about" -> about = in.getText();
          case "entries" -> whole = texts(in, language, originals, texts);
          default -> in.skipChildren();
        }
      }
      return new Translation(about, texts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @return whether all were found; what follows was not read then
   */
  private static boolean texts(
      JsonParser in, String language, Map<String, Texts> originals, Map<String, Texts> found)
      throws IOException {
    while (found.size() < originals.size() && in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      Texts original = originals.get(key);
      in.nextToken();
      if (original == null) {
        in.skipChildren();
      } else {
        found.put(key, new EntryReader(in, language).readTexts(original));
      }
    }
    return found.size() == originals.size();
  }

  /** Goes to the first element of the array under {@code key} of the document's object. */
  private static boolean toArray(JsonParser in, String key) throws IOException {
    return to(in, key) && in.currentToken() == JsonToken.START_ARRAY;
  }

  static boolean toObject(JsonParser in, String key) throws IOException {
    return to(in, key) && in.currentToken() == JsonToken.START_OBJECT;
  }

  private static boolean to(JsonParser in, String key) throws IOException {
    in.nextToken();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = in.currentName().equals(key);
      in.nextToken();
      if (found) {
        return true;
      }
      in.skipChildren();
    }
    return false;
  }

  private static void skipRestOfObject(JsonParser in) throws IOException {
    for (int depth = 1; depth > 0; ) {
      JsonToken token = in.nextToken();
      if (token == null) {
        return;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
    }
  }
}
