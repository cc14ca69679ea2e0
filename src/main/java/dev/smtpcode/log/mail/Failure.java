package dev.smtpcode.log.mail;

import dev.smtpcode.log.Outcome;

/**
 * What a report says about one recipient; absent facts are null.
 *
 * @param recipient address
 * @param status value of the Status field
 * @param diagnostic the reply, or what the reporting server says
 * @param context more of what the report says of this recipient: read where the diagnostic tells
 *     too little
 * @param remote host name or address of the remote server
 * @param time in the form of RFC 5322
 */
record Failure(
    Outcome outcome,
    String recipient,
    String status,
    String diagnostic,
    String context,
    String remote,
    String time) {}
