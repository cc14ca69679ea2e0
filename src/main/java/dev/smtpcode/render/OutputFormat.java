package dev.smtpcode.render;

import dev.smtpcode.catalog.Messages;
import java.util.ArrayList;
import java.util.List;

/**
 * The formats there are: help, completions, the check of options and error messages all read them
 * from here. A new one is a {@link Renderer} and its line in the list and in {@link #renderer}.
 */
public enum OutputFormat {
  TEXT("text", Page.class),
  JSON("json", Page.class),
  MARKDOWN("markdown", Page.class),
  CSV("csv", TablePage.class);

  private final String id;
  private final Class<? extends Page> shown;

  OutputFormat(String id, Class<? extends Page> shown) {
    this.id = id;
    this.shown = shown;
  }

  /** The word of the option. */
  public String id() {
    return id;
  }

  /** The format of that word, or null where there is none that shows such pages. */
  public static OutputFormat of(String id, Class<? extends Page> pages) {
    for (OutputFormat f : values()) {
      if (f.id.equals(id) && f.shown.isAssignableFrom(pages)) {
        return f;
      }
    }
    return null;
  }

  /** The words of the formats that show such pages. */
  public static List<String> ids(Class<? extends Page> pages) {
    List<String> ids = new ArrayList<>();
    for (OutputFormat f : values()) {
      if (f.shown.isAssignableFrom(pages)) {
        ids.add(f.id);
      }
    }
    return ids;
  }

  /**
   * Begins to write in this format.
   *
   * @param display what the output is shown on
   * @param messages in the reader's language
   */
  public Renderer renderer(Display display, Messages messages) {
    return switch (this) {
      case TEXT -> new TextRenderer(display, messages);
      case JSON -> new JsonRenderer();
      case MARKDOWN -> new MarkdownRenderer(messages);
      case CSV -> new CsvRenderer();
    };
  }
}
