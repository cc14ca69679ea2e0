package dev.smtpcode.catalog;

import java.util.List;
import java.util.Map;

/**
 * The words of which times are made. All in lower case.
 *
 * @param units seconds by the name of a unit
 * @param numbers numbers by their name
 * @param joins what stands between the parts of a time, such as {@code and}
 * @param qualifiers what may stand before a time, such as {@code at least}
 */
public record TimeWords(
    Map<String, Integer> units,
    Map<String, Integer> numbers,
    List<String> joins,
    List<String> qualifiers) {}
