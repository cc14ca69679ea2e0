package dev.smtpcode.render;

/** Writes pages down in one format, one after the other: a run of a command has one of its own. */
public interface Renderer {

  /** The page with its last line ended, set off from the page before it where readers want that. */
  String render(Page page);

  /**
   * Whether a script reads it: then every question gets a page, also one that has no answer, and
   * all that there is to say stands in the pages.
   */
  default boolean isForScripts() {
    return false;
  }
}
