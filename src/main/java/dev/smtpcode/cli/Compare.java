package dev.smtpcode.cli;

import dev.smtpcode.explain.Comparer;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Explainer;
import dev.smtpcode.explain.UnknownQueryException;
import dev.smtpcode.render.ComparisonPage;
import dev.smtpcode.render.Json;
import java.util.List;

/** Runs {@code compare}. */
final class Compare {
  private Compare() {}

  /**
   * Sets the queries side by side.
   *
   * @return the exit status
   */
  static int run(Session session, List<String> queries) {
    String format = session.format(Session.PAGE_FORMATS);
    if (queries.size() < 2) {
      throw new UsageException(session.messages().get("compare.error.one"));
    }
    Comparison comparison;
    try {
      comparison = new Comparer(new Explainer(session.catalog())).compare(queries);
    } catch (UnknownQueryException e) {
      throw new UsageException(new Complaints(session.messages()).of(e));
    }
    if (format.equals("json")) {
      session.console().out().println(new Json(session.messages()).comparison(comparison));
    } else {
      session.show(new ComparisonPage(session.messages()).of(comparison), format);
    }
    return Main.OK;
  }
}
