package dev.smtpcode.catalog;

import java.util.List;

/**
 * A rule that leads from wording to a cause.
 *
 * @param cause id
 * @param phrases any of which must occur; {@code *} stands for any text in between
 * @param weak asked only where nothing more definite is known
 * @param onlyClass class of reply it is limited to, or null
 * @param replies reply codes it is limited to; empty for all
 * @param enhanced enhanced status codes it is limited to ({@code x} for any class); empty for all
 * @param commands SMTP commands it is limited to; empty for all
 * @param provider provider it is limited to, or null
 * @param verdict other than the cause's own, or null
 * @param action other than the cause's own, or null
 * @param samples texts that must be recognised by it
 */
public record PhraseRule(
    String cause,
    List<String> phrases,
    boolean weak,
    ReplyClass onlyClass,
    List<String> replies,
    List<String> enhanced,
    List<String> commands,
    String provider,
    Verdict verdict,
    String action,
    List<String> samples) {}
