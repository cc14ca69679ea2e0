package dev.smtpcode.cause;

/** What the occurrence of a phrase tells. */
enum Phrase {
  /** Wording that leads to a rule. */
  RULE,
  /** A provider's own token, such as TSS04, which leads to a rule too. */
  TOKEN,
  /** A token too short to mean anything unless its provider speaks. */
  OWN_TOKEN,
  /** Wording that gives a provider away. */
  PROVIDER,
  /** A host name that does. */
  RELAY,
  /** The zone of a block list. */
  LIST,
  /** Words that tell which SMTP command was answered. */
  COMMAND;

  boolean leadsToRule() {
    return this == RULE || this == TOKEN || this == OWN_TOKEN;
  }
}
