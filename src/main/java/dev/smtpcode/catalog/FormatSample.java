package dev.smtpcode.catalog;

import java.util.List;
import java.util.Map;

/**
 * A line or record, or some that belong together, and the events it must give.
 *
 * @param events facts by key of {@code scan --events}; null for one that must be absent
 */
public record FormatSample(String text, List<Map<String, String>> events) {}
