package dev.smtpcode.log.mail;

/**
 * Where a message comes from.
 *
 * @param line on which it begins, from 1; 0 where that is of no interest
 */
record Origin(String source, long line) {}
