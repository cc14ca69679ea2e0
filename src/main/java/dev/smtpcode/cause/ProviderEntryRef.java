package dev.smtpcode.cause;

/**
 * Names an entry of a provider.
 *
 * @param provider id
 * @param index position in the provider's file, from 0
 */
public record ProviderEntryRef(String provider, int index) {}
