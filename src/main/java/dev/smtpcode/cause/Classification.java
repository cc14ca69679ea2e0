package dev.smtpcode.cause;

import dev.smtpcode.catalog.Verdict;

/**
 * What a reply means. A {@link RuleSet} makes only one instance of each, so they can be counted by
 * identity.
 *
 * @param cause id of a cause
 * @param action id of an action
 * @param provider id of the provider that speaks, or null
 * @param entry the provider's entry that says so, or null
 */
public record Classification(
    String cause,
    Verdict verdict,
    String action,
    String provider,
    Evidence evidence,
    ProviderEntryRef entry) {

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
