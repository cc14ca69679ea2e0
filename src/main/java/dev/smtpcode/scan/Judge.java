package dev.smtpcode.scan;

import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.cause.Classification;
import dev.smtpcode.cause.Classifier;
import dev.smtpcode.cause.RuleSet;
import dev.smtpcode.log.LogEvent;
import dev.smtpcode.log.Outcome;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Tells cause and provider of an event. One a thread. */
final class Judge {
  private final RuleSet rules;
  private final Classifier classifier;
  private final Map<String, Integer> commands = new HashMap<>();
  private final boolean allProviders;

  private final IdentityHashMap<Classification, Kind> kinds = new IdentityHashMap<>();

  private Kind kind = Kind.NONE;
  private String provider;

  /**
   * @param allProviders whether deliveries are to be told a provider too
   */
  Judge(RuleSet rules, boolean allProviders) {
    this.rules = rules;
    this.allProviders = allProviders;
    classifier = new Classifier(rules);
  }

  Kind kind() {
    return kind;
  }

  /** Id, or null. */
  String provider() {
    return provider;
  }

  void judge(LogEvent e) {
    kind = e.outcome() == Outcome.COMPLAINT ? Kind.COMPLAINT : Kind.NONE;
    provider = null;
    boolean failed = e.outcome().failed();
    if (!failed && !allProviders) {
      return;
    }
    int number = e.outcome() == Outcome.REJECTED ? -1 : provider(e);
    provider = rules.providerId(number);
    if (failed) {
      ReplyClass fallback =
          e.outcome() == Outcome.DEFERRED ? ReplyClass.TRANSIENT : ReplyClass.PERMANENT;
      Classification cause =
          classifier.classify(
              e.buf(),
              e.textFrom(),
              e.textTo(),
              e.reply(),
              e.enhanced(),
              command(e.command()),
              fallback,
              number);
      kind = kinds.get(cause);
      if (kind == null) {
        kind = Kind.of(cause.cause(), cause.verdict(), cause.action());
        kinds.put(cause, kind);
      }
      if (cause.provider() != null) {
        provider = cause.provider();
      }
    }
  }

  private int provider(LogEvent e) {
    int number =
        e.relayTo() > e.relayFrom()
            ? classifier.providerOfHost(e.buf(), e.relayFrom(), e.relayTo())
            : -1;
    if (number < 0 && e.domainTo() > e.domainFrom()) {
      number = classifier.providerOfHost(e.buf(), e.domainFrom(), e.domainTo());
    }
    return number;
  }

  private int command(String name) {
    return name == null ? -1 : commands.computeIfAbsent(name, rules::command);
  }
}
