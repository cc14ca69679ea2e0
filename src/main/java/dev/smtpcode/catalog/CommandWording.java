package dev.smtpcode.catalog;

import java.util.List;

/**
 * How mail software says which SMTP command a reply answers.
 *
 * @param command such as {@code RCPT}
 * @param phrases such as {@code in reply to RCPT TO command}; empty where no software says it
 */
public record CommandWording(String command, List<String> phrases) {}
