package dev.smtpcode.scan;

import java.util.List;

/**
 * What to scan and what to count.
 *
 * @param inputs files, folders, patterns; {@code -} for standard input
 * @param logFormat id of the format that all lines are of, or null to find out
 * @param threads how many read events
 * @param top length of top lists
 * @param by what to count failures by besides, or null
 * @param suppress whether the addresses that are dead are to be listed
 * @param redaction how addresses and names are hashed, or null to leave them as they are
 */
public record ScanRequest(
    List<String> inputs,
    String logFormat,
    int threads,
    TimeRange time,
    Filter filter,
    int top,
    GroupBy by,
    boolean suppress,
    RedactionKey redaction) {}
