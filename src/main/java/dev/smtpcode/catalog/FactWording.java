package dev.smtpcode.catalog;

import java.util.List;

/**
 * What finds facts in the reply of any server.
 *
 * @param times the words of times
 * @param userNames what stands before the name of a user, in lower case
 */
public record FactWording(FactForms forms, TimeWords times, List<String> userNames) {}
