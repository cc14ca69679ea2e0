package dev.smtpcode.cli;

import dev.smtpcode.explain.Explainer;
import dev.smtpcode.explain.UnknownQueryException;
import dev.smtpcode.render.ExplanationPage;
import dev.smtpcode.render.FailurePage;
import dev.smtpcode.render.Page;
import dev.smtpcode.render.Renderer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs {@code explain}. */
final class Explain {
  /**
   * No reply is longer (RFC 5321 section 4.5.3.1.5: 512 octets a line): the rest is passed over.
   */
  private static final int LONGEST_LINE = 1 << 16;

  private final Session session;
  private final Explainer explainer;
  private final Complaints complaints;
  private final Renderer renderer;
  private final StringBuilder pages = new StringBuilder();
  private boolean failed;

  private Explain(Session session, boolean many) {
    this.session = session;
    explainer = new Explainer(session.catalog(), many);
    complaints = new Complaints(session.messages());
    renderer = session.renderer(ExplanationPage.class);
  }

  /**
   * Explains each query, or with {@code -} each line of standard input.
   *
   * @return the exit status
   */
  static int run(Session session, List<String> words) throws IOException {
    if (words.isEmpty()) {
      throw new UsageException("explain.error.empty");
    }
    boolean fromInput = words.contains("-");
    if (fromInput && words.size() > 1) {
      throw new UsageException("explain.error.dash");
    }
    Explain run = new Explain(session, fromInput);
    if (fromInput) {
      run.lines();
    } else {
      for (String query : run.explainer.queries(words)) {
        run.one(query);
      }
      session.show(run.pages.toString());
    }
    return run.failed ? Main.USAGE : Main.OK;
  }

  private void lines() throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(session.console().in(), StandardCharsets.UTF_8), 1 << 16);
    for (String line = line(in); line != null; line = line(in)) {
      boolean isPassedOver = line.isBlank() && !renderer.isForScripts();
      if (!isPassedOver) {
        one(line);
        session.console().out().print(pages);
        pages.setLength(0);
      }
      if (session.console().out().checkError()) {
        return; // nobody reads on
      }
    }
  }

  /** The next line, without what is too long of it; null at the end. */
  private static String line(BufferedReader in) throws IOException {
    int c = in.read();
    if (c < 0) {
      return null;
    }
    StringBuilder line = new StringBuilder();
    for (; c >= 0 && c != '\n'; c = in.read()) {
      if (line.length() < LONGEST_LINE) {
        line.append((char) c);
      }
    }
    int last = line.length() - 1;
    if (last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    }
    return line.toString();
  }

  private void one(String query) {
    Page page;
    try {
      page = new ExplanationPage(session.messages(), explainer.explain(query), explainer);
    } catch (UnknownQueryException e) {
      failed = true;
      String complaint = complaints.of(e);
      if (!renderer.isForScripts()) {
        session.console().out().flush();
        session.console().complain(complaint);
        return;
      }
      page = new FailurePage(query, complaint);
    }
    pages.append(renderer.render(page));
  }
}
