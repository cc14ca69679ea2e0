package dev.smtpcode.log.mail;

/**
 * What a report for people says about one recipient.
 *
 * @param text the words beside the address
 * @param context what the report says besides, for all recipients
 */
record Section(String recipient, String text, String context) {}
