package dev.smtpcode;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Overlay;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.explain.Comparer;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Explainer;
import dev.smtpcode.explain.Explanation;
import dev.smtpcode.explain.UnknownQueryException;
import java.nio.file.Path;
import java.util.List;

/**
 * smtpcode as a library: explains and compares SMTP replies and tells their cause.
 *
 * <p>The first question that needs the rules reads them, some tens of milliseconds; keep the
 * instance. Not for several threads at once.
 */
public final class SmtpCode {
  private final Catalog catalog;
  private final Explainer explainer;

  private SmtpCode(Catalog catalog) {
    this.catalog = catalog;
    explainer = new Explainer(catalog, true);
  }

  /** The catalogue that comes with smtpcode, in English. */
  public static SmtpCode open() {
    return new SmtpCode(Catalog.bundled());
  }

  /**
   * The catalogue in another language, with entries of one's own over it.
   *
   * @param language {@code en} or {@code th}; what is not translated is in English
   * @param ownCodes folder of one's own catalogue files, or null
   * @throws dev.smtpcode.catalog.CatalogException where one of those files is broken
   */
  public static SmtpCode open(String language, Path ownCodes) {
    return new SmtpCode(new Catalog(language, ownCodes == null ? null : Overlay.read(ownCodes)));
  }

  /**
   * Explains a reply code, an enhanced status code, a provider's own code, a cause, an action, a
   * provider, or a whole reply.
   *
   * @throws UnknownQueryException where it is none of these
   */
  public Explanation explain(String query) {
    return explainer.explain(query);
  }

  /**
   * Sets two or more codes or replies side by side.
   *
   * @throws UnknownQueryException where one of them cannot be understood
   */
  public Comparison compare(List<String> queries) {
    return new Comparer(explainer).compare(queries);
  }

  /** The cause, verdict and action of a reply; the cause {@code unknown} where nothing tells. */
  public Classification classify(String reply) {
    return explainer.classify(reply);
  }

  /** The catalogue itself. */
  public Catalog catalog() {
    return catalog;
  }
}
