package dev.smtpcode.catalog;

/** A catalogue file that cannot be used; the message names file, line and field in one line. */
public final class CatalogException extends MessageException {
  private static final long serialVersionUID = 1L;

  public CatalogException(String key, Object... arguments) {
    super(Message.of(key, arguments), null);
  }

  CatalogException(Throwable cause, String key, Object... arguments) {
    super(Message.of(key, arguments), cause);
  }
}
