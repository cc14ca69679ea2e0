package dev.smtpcode.scan;

import java.util.List;

/**
 * How addresses are hidden.
 *
 * @param secret key of the hashes
 * @param beforeNames what stands before a user name that is no address, in lower case
 */
public record RedactionKey(byte[] secret, List<String> beforeNames) {}
