package dev.smtpcode.catalog;

/**
 * Where a statement comes from.
 *
 * @param source for example {@code RFC 5321} or the title of a provider's page
 * @param section section number or name, or null
 * @param url the page; derived for an RFC; null where there is none
 */
public record Reference(String source, String section, String url) {

  /** The page to open: {@link #url}, or the RFC editor's page of an RFC section; else null. */
  public String link() {
    if (url != null) {
      return url;
    }
    if (!source.startsWith("RFC ")) {
      return null;
    }
    String page = "https://www.rfc-editor.org/rfc/rfc" + source.substring(4).strip();
    boolean oneSection = section != null && !section.isEmpty() && isDottedNumber(section);
    return oneSection ? page + "#section-" + section : page;
  }

  private static boolean isDottedNumber(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
