package dev.smtpcode.catalog;

/**
 * A page of a provider.
 *
 * @param use {@code codes}, {@code postmaster}, {@code delisting}, {@code lookup}, {@code support},
 *     or null
 */
public record Link(String title, String url, String use) {}
