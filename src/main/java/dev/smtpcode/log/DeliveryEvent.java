package dev.smtpcode.log;

/**
 * One delivery event, as {@code scan --events} prints it; absent facts are null.
 *
 * @param source file name, or {@code -} for standard input
 * @param line from 1 within the source; 0 where a source has no lines
 * @param time ISO 8601, with an offset where the log states one
 * @param format id of the log format
 * @param reply three digits, such as {@code 550}
 * @param enhanced such as {@code 5.1.1}
 * @param cause id of a cause; null for a delivery
 * @param verdict id of a verdict
 * @param action id of an action
 * @param provider id of a provider
 * @param recipient address, the original one where the log shows a rewritten one
 * @param domain of the recipient, in lower case
 * @param relay name of the remote host, its address where it has no name
 * @param text what the log quotes or says of it
 */
public record DeliveryEvent(
    String source,
    long line,
    String time,
    String format,
    Outcome outcome,
    String reply,
    String enhanced,
    String cause,
    String verdict,
    String action,
    String provider,
    String recipient,
    String domain,
    String relay,
    String text) {}
