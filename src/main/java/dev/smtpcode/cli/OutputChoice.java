package dev.smtpcode.cli;

/**
 * What the options that all commands share say; null where one was not given.
 *
 * @param format such as {@code json}, one of {@link dev.smtpcode.render.OutputFormat}
 * @param color {@code auto}, {@code always} or {@code never}
 * @param language such as {@code th}
 * @param codes folder of a user's own catalogue
 * @param pager whether long output goes through a pager
 */
record OutputChoice(String format, String color, String language, String codes, Boolean pager) {
  boolean noPager() {
    return Boolean.FALSE.equals(pager);
  }
}
