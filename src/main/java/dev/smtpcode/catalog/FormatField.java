package dev.smtpcode.catalog;

import java.util.List;

/**
 * Where a fact stands. In a line: behind {@code after}, up to {@code until}. In a record: under a
 * path.
 *
 * @param path name of a column, or keys joined by dots; null in a line
 * @param after literals to be passed in this order; empty for the start of the region
 * @param until literals the first of which ends the value; empty for the end of the region
 * @param last true where the last {@code until} ends it, not the first
 * @param behind true for the region behind the marker, false for the one before it
 * @param then literal that, where it follows the value, leads to the value to be taken instead; or
 *     null
 * @param not values that stand for none
 */
public record FormatField(
    String path,
    List<String> after,
    List<String> until,
    boolean last,
    boolean behind,
    String then,
    List<String> not) {}
