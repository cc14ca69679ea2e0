package dev.smtpcode.catalog;

/** A catalogue file that cannot be used; the message names file, line and field in one line. */
public final class CatalogException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CatalogException(String message) {
    super(message);
  }

  public CatalogException(String message, Throwable cause) {
    super(message, cause);
  }
}
