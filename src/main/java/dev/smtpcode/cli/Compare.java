package dev.smtpcode.cli;

import dev.smtpcode.explain.Comparer;
import dev.smtpcode.explain.Comparison;
import dev.smtpcode.explain.Explainer;
import dev.smtpcode.explain.UnknownQueryException;
import dev.smtpcode.render.ComparisonPage;
import dev.smtpcode.render.Renderer;
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
    Renderer renderer = session.renderer(ComparisonPage.class);
    if (queries.size() < 2) {
      throw new UsageException("compare.error.one");
    }
    Comparison comparison;
    try {
      comparison = new Comparer(new Explainer(session.catalog())).compare(queries);
    } catch (UnknownQueryException e) {
      session.console().complain(new Complaints(session.messages()).of(e));
      return Main.USAGE;
    }
    session.show(renderer.render(new ComparisonPage(session.messages(), comparison)));
    return Main.OK;
  }
}
