/**
 * Messages that report on other messages: bounces, delivery status notifications, delays,
 * complaints, automatic answers. What mail systems write differently is wording, and lies in {@code
 * codes/mail/}; here is only how a report is built.
 */
package dev.smtpcode.log.mail;
