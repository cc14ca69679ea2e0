package dev.smtpcode.explain;

import java.util.List;

/**
 * What a reply text carries besides its codes.
 *
 * @param retryAfter seconds after which it says to come back; null where it does not
 * @param lists block lists that it names
 * @param links pages that it refers to
 * @param addresses IP addresses in it
 * @param domains domains that it speaks of
 * @param tickets reference numbers to quote to the postmaster
 */
public record Facts(
    Long retryAfter,
    List<NamedList> lists,
    List<String> links,
    List<String> addresses,
    List<String> domains,
    List<String> tickets) {

  /** No facts: the query was no text. */
  public static final Facts NONE =
      new Facts(null, List.of(), List.of(), List.of(), List.of(), List.of());

  /**
   * A block list.
   *
   * @param zone its DNS zone
   * @param lookup page on which to look an address up or have it removed, or null
   */
  public record NamedList(String zone, String name, String lookup) {}
}
