/**
 * Mail logs and bounce mails: sources of bytes, how they are divided into lines and records, and
 * the formats that know a delivery event when they see one.
 */
package dev.smtpcode.log;
