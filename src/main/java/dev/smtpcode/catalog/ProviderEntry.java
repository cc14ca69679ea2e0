package dev.smtpcode.catalog;

import java.util.List;

/**
 * A provider's own code or wording.
 *
 * @param verdict other than its cause's, or null
 * @param action other than its cause's, or null
 * @param samples replies that it must be recognised in
 */
public record ProviderEntry(Entry entry, Verdict verdict, String action, List<String> samples) {}
