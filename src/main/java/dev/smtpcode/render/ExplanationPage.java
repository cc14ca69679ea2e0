package dev.smtpcode.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Link;
import dev.smtpcode.catalog.Messages;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.catalog.Reference;
import dev.smtpcode.catalog.Texts;
import dev.smtpcode.explain.Explainer;
import dev.smtpcode.explain.Explanation;
import dev.smtpcode.explain.Explanation.Kind;
import dev.smtpcode.explain.Facts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code explain}. */
public final class ExplanationPage implements Page {
  private final Words words;
  private final Explanation explanation;
  private final Explainer explainer;

  /**
   * The page of one explanation.
   *
   * @param explainer who gave it: it is asked what providers mean by a code of the standards
   */
  public ExplanationPage(Messages messages, Explanation explanation, Explainer explainer) {
    words = new Words(messages);
    this.explanation = explanation;
    this.explainer = explainer;
  }

  @Override
  public void json(JsonGenerator out) throws IOException {
    ExplanationJson.write(out, explanation);
  }

  @Override
  public List<Block> blocks() {
    Explanation x = explanation;
    List<Block> page = new ArrayList<>();
    if (x.kind() == Kind.PROVIDER) {
      provider(x.profile(), page);
    } else if (x.kind() == Kind.TEXT) {
      text(x, page);
    } else {
      for (int i = 0; i < x.entries().size(); i++) {
        if (i > 0) {
          page.add(new Block.Paragraph(""));
        }
        entry(x.entries().get(i), page);
      }
      providersSay(x, page);
    }
    return page;
  }

  private void entry(Entry e, List<Block> page) {
    title(e, page);
    body(e, page);
    closing(e, page);
  }

  private void title(Entry e, List<Block> page) {
    page.add(new Block.Title(e.code(), e.texts().title(), e.classDigit()));
    List<String> tags = new ArrayList<>();
    if (e.classDigit() != 0) {
      tags.add(e.entryClass() + " " + words.classOf(e));
    } else {
      tags.add(words.get("explain.kind." + e.entryClass()));
    }
    if (e.provider() != null) {
      tags.add(words.get("explain.own-code", e.provider()));
    } else if (e.derived()) {
      tags.add(words.get("explain.derived"));
    } else if (e.classDigit() != 0 && !e.standard()) {
      tags.add(words.get("explain.non-standard"));
    }
    if (words.isForeign(e)) {
      tags.add(words.get("explain.untranslated"));
    }
    page.add(new Block.Note(String.join(" · ", tags)));
    if (e.derived()) {
      page.add(new Block.Note(words.get("explain.derived-note", String.join(", ", e.seeAlso()))));
    }
    if (e.texts().sentBy() != null) {
      page.add(new Block.Note(words.get("explain.sent-by", e.texts().sentBy())));
    }
  }

  private void body(Entry e, List<Block> page) {
    Texts t = e.texts();
    section("explain.meaning", t.meaning(), page);
    section("explain.when-seen", t.whenSeen(), page);
    fixes(t, page);
  }

  private void fixes(Texts t, List<Block> page) {
    page.add(new Block.Heading(words.get("explain.fix")));
    list(t.fix(), page);
    if (!t.fixReceiver().isEmpty()) {
      page.add(new Block.Heading(words.get("explain.fix-receiver")));
      list(t.fixReceiver(), page);
    }
    if (!t.avoid().isEmpty()) {
      page.add(new Block.Heading(words.get("explain.avoid")));
      page.add(new Block.Bullets(t.avoid()));
    }
  }

  private static void list(List<String> steps, List<Block> page) {
    page.add(steps.size() == 1 ? new Block.Paragraph(steps.get(0)) : new Block.Steps(steps));
  }

  private void closing(Entry e, List<Block> page) {
    List<Block.Field> fields = new ArrayList<>();
    fields.add(new Block.Field(words.get("explain.who-acts"), words.whoActs(e.whoActs())));
    fields.add(
        new Block.Field(words.get("explain.retry"), words.get("value.retry." + e.retry().id())));
    if (!e.commands().isEmpty()) {
      fields.add(new Block.Field(words.get("explain.answers"), words.commands(e.commands())));
    }
    String label = words.get("explain.references");
    for (Reference r : e.references()) {
      fields.add(new Block.Field(label, reference(r), r.link()));
      label = "";
    }
    List<String> see = new ArrayList<>(e.associated());
    for (String other : e.seeAlso()) {
      if (!see.contains(other)) {
        see.add(other);
      }
    }
    if (!see.isEmpty()) {
      fields.add(new Block.Field(words.get("explain.see-also"), String.join(", ", see)));
    }
    page.add(new Block.Paragraph(""));
    page.add(new Block.Fields(fields));
  }

  private static String reference(Reference r) {
    String named = Words.reference(r);
    return r.url() == null ? named : named + " <" + r.url() + ">";
  }

  private void section(String heading, String text, List<Block> page) {
    page.add(new Block.Heading(words.get(heading)));
    page.add(new Block.Paragraph(text));
  }

  /** What providers mean by a code; asked only where the standard leaves room for it. */
  private void providersSay(Explanation x, List<Block> page) {
    boolean isShared =
        x.kind() == Kind.CODE && x.enhanced() != null && x.entries().get(0).provider() == null;
    List<Block.Field> fields = new ArrayList<>();
    if (isShared) {
      for (Entry e : explainer.providerEntries(x.enhanced())) {
        fields.add(new Block.Field(e.provider(), e.texts().title()));
      }
    }
    if (!fields.isEmpty()) {
      page.add(new Block.Heading(words.get("explain.providers-say", x.label())));
      page.add(new Block.Fields(fields));
    }
  }

  private void text(Explanation x, List<Block> page) {
    Entry cause = x.causeEntry();
    boolean own = x.entries().get(0).provider() != null;
    Entry telling = own ? x.entries().get(0) : cause;
    char digit =
        x.reply() != null ? x.reply().charAt(0) : x.enhanced() != null ? x.enhanced().charAt(0) : 0;
    page.add(new Block.Title(x.label(), telling.texts().title(), digit));
    page.add(new Block.Note(Clean.line(x.query())));
    page.add(new Block.Paragraph(""));
    page.add(new Block.Fields(findings(x)));
    if (words.isForeign(telling)) {
      page.add(new Block.Note(words.get("explain.untranslated")));
    }
    body(telling, page);
    List<String> standard = new ArrayList<>();
    for (Entry e : x.entries().subList(own ? 1 : 0, x.entries().size())) {
      if (e.classDigit() != 0) {
        standard.add(e.code() + "  " + e.texts().title() + ". " + e.texts().meaning());
      }
    }
    if (!standard.isEmpty()) {
      page.add(new Block.Heading(words.get("explain.by-the-standard")));
      page.add(new Block.Bullets(standard));
    }
    closing(telling, page);
  }

  private List<Block.Field> findings(Explanation x) {
    List<Block.Field> fields = new ArrayList<>();
    Entry cause = x.causeEntry();
    fields.add(
        new Block.Field(
            words.get("explain.cause"), cause.texts().title() + " (" + x.cause() + ")"));
    fields.add(
        new Block.Field(
            words.get("explain.verdict"),
            x.verdict().id() + ": " + words.of("value.verdict." + x.verdict().id(), x.cause())));
    fields.add(
        new Block.Field(
            words.get("explain.action"),
            x.action() + ": " + words.get("value.action." + x.action())));
    fields.add(new Block.Field(words.get("explain.evidence"), evidence(x)));
    if (x.provider() != null) {
      fields.add(new Block.Field(words.get("explain.provider"), x.provider()));
    }
    Facts facts = x.facts();
    if (facts.retryAfter() != null) {
      fields.add(
          new Block.Field(
              words.get("explain.retry-after"), words.get("explain.seconds", facts.retryAfter())));
    }
    for (Facts.NamedList list : facts.lists()) {
      String page = list.lookup() == null ? "" : " <" + list.lookup() + ">";
      fields.add(
          new Block.Field(
              words.get("explain.block-list"),
              list.zone() + ", " + list.name() + page,
              list.lookup()));
    }
    several("explain.link", facts.links(), fields);
    several("explain.address", facts.addresses(), fields);
    several("explain.address", facts.domains(), fields);
    several("explain.ticket", facts.tickets(), fields);
    return fields;
  }

  private void several(String label, List<String> values, List<Block.Field> fields) {
    for (String v : values) {
      fields.add(new Block.Field(words.get(label), Clean.line(v)));
    }
  }

  private String evidence(Explanation x) {
    String found = x.evidence().found();
    String why = words.get("explain.because." + x.evidence().kind(), found);
    return x.command() == null
        ? why
        : why + "; " + words.get("explain.answered", words.commands(List.of(x.command())));
  }

  private void provider(Provider p, List<Block> page) {
    page.add(new Block.Title(p.id(), p.name(), (char) 0));
    page.add(new Block.Note(words.get("explain.provider-kind." + p.kind())));
    section("explain.quirks", p.about(), page);
    page.add(new Block.Heading(words.get("explain.codes")));
    List<Block.Field> codes = new ArrayList<>();
    p.entries()
        .forEach(e -> codes.add(new Block.Field(e.entry().code(), e.entry().texts().title())));
    page.add(new Block.Fields(codes));
    page.add(new Block.Heading(words.get("explain.pages")));
    List<Block.Field> links = new ArrayList<>();
    for (Link link : p.links()) {
      links.add(new Block.Field(link.title(), link.url(), link.url()));
    }
    page.add(new Block.Fields(links));
  }
}
