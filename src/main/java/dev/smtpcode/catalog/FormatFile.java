package dev.smtpcode.catalog;

import java.util.List;

/**
 * A log format as the catalogue describes it.
 *
 * @param kind {@code line}, {@code csv}, {@code json} or {@code code} (read by a class of its own)
 * @param programs names in syslog whose lines these are; {@code *} at either end for any text
 * @param replies literals behind which the text of an event has its reply code; empty text for its
 *     start
 * @param columns of CSV without a header line; empty where it always has one
 * @param header what the header line of CSV begins with
 * @param envelopes paths of a JSON text within the record that is to be read in its place
 */
public record FormatFile(
    String id,
    String title,
    String about,
    String kind,
    List<String> programs,
    List<String> replies,
    List<String> columns,
    String header,
    List<String> envelopes,
    List<FormatRule> rules,
    List<FormatSample> samples) {}
