package dev.smtpcode.catalog;

import java.util.List;
import java.util.Map;

/**
 * How a log format writes one kind of delivery event.
 *
 * @param marker literal that an event's line holds; null for records
 * @param begins literals one of which the message begins with, behind a queue id and colon or
 *     without; empty for any start
 * @param needs literals the line must hold before the marker
 * @param refuses literals that rule the line out
 * @param outcome of all its events, {@code by-code} where the first digit of the enhanced or reply
 *     code tells, {@code none} for no event, or null where {@code outcomes} tells
 * @param outcomes by the word behind the marker; {@code none} for no event
 * @param expired true where the queue gave up
 * @param command the SMTP command it answers, or null
 * @param fields by name, each with alternatives in order
 * @param when values by path that a record must have; {@code *} for any
 * @param each path of a list, each element of which is an event; or null
 * @param separator between several recipients; or null
 */
public record FormatRule(
    String marker,
    List<String> begins,
    List<String> needs,
    List<String> refuses,
    String outcome,
    Map<String, String> outcomes,
    boolean expired,
    String command,
    Map<String, List<FormatField>> fields,
    Map<String, List<String>> when,
    String each,
    String separator) {}
