package dev.smtpcode.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * A mailbox provider, filter service, block list, sending service or server software with words of
 * its own.
 *
 * @param id such as {@code gmail}
 * @param kind {@code mailbox}, {@code filter}, {@code blocklist}, {@code sender} or {@code
 *     software}
 * @param about its quirks
 * @param relays host suffixes by which its servers are recognised
 * @param domains recipient domains that are its own
 * @param marks phrases that give it away in a reply
 * @param tickets forms of reference numbers that give it away
 * @param lists DNS zones of a block list
 */
public record Provider(
    String id,
    String name,
    String kind,
    List<String> aliases,
    String about,
    List<Link> links,
    List<String> relays,
    List<String> domains,
    List<String> marks,
    List<String> tickets,
    List<String> lists,
    List<ProviderEntry> entries) {

  /**
   * This provider in other words.
   *
   * @param own its entries in the same order
   */
  Provider withTexts(String otherAbout, List<Entry> own) {
    List<ProviderEntry> all = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ProviderEntry e = entries.get(i);
      all.add(new ProviderEntry(own.get(i), e.verdict(), e.action(), e.samples()));
    }
    return new Provider(
        id, name, kind, aliases, otherAbout, links, relays, domains, marks, tickets, lists, all);
  }
}
