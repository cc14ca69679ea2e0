package dev.smtpcode.cause;

/**
 * Why a cause was recognised.
 *
 * @param kind {@code provider} (the provider's own code), {@code phrase}, {@code enhanced}, {@code
 *     reply} or {@code none}
 * @param found the code or the phrase as the catalogue has it; null for none
 */
public record Evidence(String kind, String found) {
  static final Evidence NONE = new Evidence("none", null);
}
