package dev.smtpcode.catalog;

import java.util.List;
import java.util.Map;

/**
 * Why mail was not taken.
 *
 * @param entry what the catalogue says of it
 * @param verdicts by class of reply; complete
 * @param actions ids of actions by class of reply; complete
 */
public record Cause(
    Entry entry,
    List<String> wordings,
    Map<ReplyClass, Verdict> verdicts,
    Map<ReplyClass, String> actions) {}
