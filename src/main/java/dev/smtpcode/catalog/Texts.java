package dev.smtpcode.catalog;

import java.util.List;

/**
 * The words of an entry: all that a translation replaces.
 *
 * @param language of these texts, such as {@code en}
 * @param sentBy who sends a non-standard code, or null
 * @param fixReceiver steps for whoever runs the receiving server; may be empty
 * @param avoid what not to do; may be empty
 */
public record Texts(
    String language,
    String title,
    String meaning,
    String whenSeen,
    List<String> fix,
    List<String> fixReceiver,
    List<String> avoid,
    String advice,
    String sentBy) {}
