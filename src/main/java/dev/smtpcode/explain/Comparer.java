package dev.smtpcode.explain;

import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Reference;
import dev.smtpcode.catalog.Retry;
import dev.smtpcode.explain.Comparison.Difference;
import dev.smtpcode.explain.Comparison.Subject;
import dev.smtpcode.explain.Comparison.Value;
import java.util.ArrayList;
import java.util.List;

/** Sets replies side by side and finds in what they differ. */
public final class Comparer {
  private final Explainer explainer;

  public Comparer(Explainer explainer) {
    this.explainer = explainer;
  }

  /**
   * Compares what each query stands for; a query asked for twice is shown once.
   *
   * @throws UnknownQueryException where one of them cannot be understood
   */
  public Comparison compare(List<String> queries) {
    List<Subject> subjects = new ArrayList<>();
    List<String> asked = new ArrayList<>();
    boolean repeated = false;
    for (String query : queries) {
      String q = query.strip();
      if (asked.contains(q)) {
        repeated = true;
        continue;
      }
      asked.add(q);
      Explanation explanation = explainer.explain(q);
      if (explanation.kind() == Explanation.Kind.PROVIDER) {
        throw new UnknownQueryException(q, "provider", List.of());
      }
      subjects.add(new Subject(label(explanation, subjects), explanation));
    }
    return of(subjects, repeated);
  }

  /** Compares what has been explained already. */
  static Comparison of(List<Subject> subjects, boolean repeated) {
    return new Comparison(subjects, differences(subjects), repeated);
  }

  /** The code, with a number where two replies carry the same. */
  private static String label(Explanation explanation, List<Subject> before) {
    String base = explanation.label();
    String label = base;
    for (int n = 2; isTaken(label, before); n++) {
      label = base + " (" + n + ")";
    }
    return label;
  }

  private static boolean isTaken(String label, List<Subject> subjects) {
    for (Subject s : subjects) {
      if (s.label().equals(label)) {
        return true;
      }
    }
    return false;
  }

  private static List<Difference> differences(List<Subject> subjects) {
    List<Difference> all = new ArrayList<>();
    for (Aspect aspect : Aspect.values()) {
      List<Value> values = new ArrayList<>();
      boolean differ = false;
      for (Subject s : subjects) {
        Value v = aspect.of(s.explanation());
        differ |= !values.isEmpty() && !v.isSame(values.get(0));
        values.add(v);
      }
      if (differ) {
        all.add(new Difference(aspect.id, values));
      }
    }
    return all;
  }

  /** In what replies can differ, the most important first. */
  private enum Aspect {
    CLASS("class") {
      @Override
      Value of(Explanation x) {
        Entry e = x.entries().get(0);
        return e.classDigit() == 0 ? Value.key("class.none") : Value.key("class." + e.classDigit());
      }
    },
    PERMANENCE("permanence") {
      @Override
      Value of(Explanation x) {
        return x.verdict() == null
            ? Value.key("permanence.depends")
            : Value.key("permanence." + x.verdict().id());
      }
    },
    CAUSE("cause") {
      @Override
      Value of(Explanation x) {
        return x.causeEntry() == null
            ? Value.key(isPositive(x) ? "cause.none" : "cause.depends")
            : Value.text(x.causeEntry().texts().title());
      }
    },
    WHO_ACTS("who-acts") {
      @Override
      Value of(Explanation x) {
        return Value.key("who." + String.join("+", x.entries().get(0).whoActs()));
      }
    },
    RETRY("retry") {
      @Override
      Value of(Explanation x) {
        Retry retry = x.entries().get(0).retry();
        return Value.key("retry." + retry.id());
      }
    },
    MAILING_LIST("mailing-list") {
      @Override
      Value of(Explanation x) {
        return x.verdict() == null
            ? Value.key("list.depends")
            : Value.key("list." + x.verdict().id());
      }
    },
    COMMAND("command") {
      @Override
      Value of(Explanation x) {
        List<String> commands =
            x.command() != null ? List.of(x.command()) : x.entries().get(0).commands();
        return commands.isEmpty()
            ? Value.key("command.unknown")
            : Value.key("commands:" + String.join("+", commands));
      }
    },
    STANDARD("standard") {
      @Override
      Value of(Explanation x) {
        Entry e = x.entries().get(0);
        if (e.derived()) {
          return Value.key("standard.derived");
        }
        Reference r = e.references().get(0);
        return Value.text(r.section() == null ? r.source() : r.source() + " § " + r.section());
      }
    };

    private final String id;

    Aspect(String id) {
      this.id = id;
    }

    abstract Value of(Explanation x);

    private static boolean isPositive(Explanation x) {
      char c = x.entries().get(0).classDigit();
      return c == '2' || c == '3';
    }
  }
}
