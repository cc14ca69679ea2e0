package dev.smtpcode.catalog;

import java.util.List;

/**
 * One entry of the catalogue: a reply code, an enhanced status code, a provider's own code, a cause
 * or an action.
 *
 * @param code such as {@code 556}, {@code 5.1.10}, {@code TSS04}, {@code greylisted}, or a range
 *     {@code 5.7.606-649}
 * @param entryClass {@code 5xx}, {@code 5.x.x}, {@code cause} or {@code action}
 * @param whoActs {@code nobody}, {@code sender}, {@code recipient}, {@code receiving-postmaster},
 *     who acts first is first
 * @param cause the cause the code means by itself, or null
 * @param causeIsWeak true where practice overloads the code, so that wording counts for more
 * @param commands the SMTP commands it answers; empty where not told
 * @param standard false for a code that no RFC defines
 * @param associated codes of the other kind that IANA's registry puts beside it
 * @param provider id of the provider whose code it is, or null
 * @param replies the basic codes that a provider sends it with
 * @param phrases the provider's wording of it
 * @param derived true where the entry was made from the structure of the code alone
 */
public record Entry(
    String code,
    String entryClass,
    Texts texts,
    List<String> whoActs,
    Retry retry,
    String cause,
    boolean causeIsWeak,
    List<String> commands,
    boolean standard,
    List<String> associated,
    List<String> seeAlso,
    List<Reference> references,
    String provider,
    List<String> replies,
    List<String> phrases,
    boolean derived) {

  /** The class as one digit for codes ({@code '5'}), or 0 for causes and actions. */
  public char classDigit() {
    char c = entryClass.charAt(0);
    return c >= '1' && c <= '6' ? c : 0;
  }

  /** This entry with other words. */
  public Entry withTexts(Texts other) {
    return new Entry(
        code,
        entryClass,
        other,
        whoActs,
        retry,
        cause,
        causeIsWeak,
        commands,
        standard,
        associated,
        seeAlso,
        references,
        provider,
        replies,
        phrases,
        derived);
  }
}
