package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.FactForms;
import dev.smtpcode.catalog.FactWording;
import dev.smtpcode.catalog.Link;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.cause.Classifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Picks out of a reply text what one acts on: when to come back, block lists, pages, addresses,
 * references. What gives them away is data of the catalogue: the forms of any server's replies, and
 * those of the provider that speaks.
 */
final class FactFinder {
  private static final int MOST = 5;
  private static final int SHORTEST_TICKET = 5;

  private final Catalog catalog;
  private final Map<String, Forms> providers = new HashMap<>();
  private Durations durations;
  private Forms general;

  FactFinder(Catalog catalog) {
    this.catalog = catalog;
  }

  /** Forms to be looked for, made ready when a text first calls for them. */
  private static final class Forms {
    private static final String SECONDS = "{seconds}";

    private final FactForms written;
    private List<Form> waits;
    private List<Form> bareWaits;
    private List<Form> tickets;
    private List<Form> domains;
    private List<Form> bystanders;

    Forms(FactForms written) {
      this.written = written;
    }

    /** Those that can stand in the text: a text without a time needs a form without one. */
    List<Form> waits(ReplyText text) {
      if (text.holdsTime()) {
        waits = waits == null ? forms(written.waits(), Slot.Use.WAIT) : waits;
        return waits;
      }
      if (bareWaits == null) {
        List<String> bare = new ArrayList<>();
        for (String form : written.waits()) {
          if (form.contains(SECONDS)) {
            bare.add(form);
          }
        }
        bareWaits = forms(bare, Slot.Use.WAIT);
      }
      return bareWaits;
    }

    List<Form> tickets() {
      tickets = tickets == null ? forms(written.tickets(), Slot.Use.TICKET) : tickets;
      return tickets;
    }

    List<Form> domains() {
      domains = domains == null ? forms(written.domains(), Slot.Use.DOMAIN) : domains;
      return domains;
    }

    List<Form> bystanders() {
      bystanders = bystanders == null ? forms(written.bystanders(), Slot.Use.ADDRESS) : bystanders;
      return bystanders;
    }

    private static List<Form> forms(List<String> written, Slot.Use use) {
      List<Form> forms = new ArrayList<>(written.size());
      for (String form : written) {
        forms.add(new Form(form, use));
      }
      return forms;
    }
  }

  /**
   * The facts of the text that {@code classifier} has just classified.
   *
   * @param provider who speaks, or null
   */
  Facts find(String text, Classifier classifier, String provider) {
    List<Facts.NamedList> lists = new ArrayList<>();
    for (String zone : classifier.lists()) {
      Provider keeper = catalog.provider(classifier.listProvider(zone));
      lists.add(new Facts.NamedList(zone, keeper.name(), page(keeper)));
    }
    return find(text, provider, lists);
  }

  /** The facts of a text that names these block lists. */
  Facts find(String text, String provider, List<Facts.NamedList> lists) {
    if (general == null) {
      FactWording wording = catalog.facts();
      general = new Forms(wording.forms());
      durations = new Durations(wording.times());
    }
    Forms own = provider == null ? null : ofProvider(provider);
    List<Forms> asked = own == null ? List.of(general) : List.of(own, general);
    ReplyText reply = new ReplyText(text, durations);
    List<Links.Place> links = Links.in(reply);
    return new Facts(
        retryAfter(reply, asked),
        lists,
        linked(reply, links),
        addresses(reply, asked),
        domains(reply, asked),
        tickets(reply, own, links));
  }

  private Forms ofProvider(String id) {
    Forms forms = providers.get(id);
    if (forms == null) {
      forms = new Forms(catalog.facts(id));
      providers.put(id, forms);
    }
    return forms;
  }

  private static String page(Provider provider) {
    for (String use : new String[] {"delisting", "lookup"}) {
      for (Link link : provider.links()) {
        if (use.equals(link.use())) {
          return link.url();
        }
      }
    }
    return null;
  }

  /** The first time to wait that the text names, in seconds; or null. */
  private static Long retryAfter(ReplyText text, List<Forms> asked) {
    Form.Place first = null;
    for (Forms forms : asked) {
      for (Form form : forms.waits(text)) {
        Form.Place place = form.find(text, 0);
        if (place != null && (first == null || place.from() < first.from())) {
          first = place;
        }
      }
    }
    if (first == null) {
      return null;
    }
    Durations.Span span = text.durationFrom(first.from());
    return span == null
        ? Long.valueOf(text.part(first.from(), first.to()))
        : Long.valueOf(span.seconds());
  }

  private static List<String> linked(ReplyText text, List<Links.Place> links) {
    List<String> found = new ArrayList<>();
    for (Links.Place link : links) {
      add(found, text.part(link.from(), link.to()));
    }
    return found;
  }

  /** IP addresses but those of which the refusal is not. */
  private static List<String> addresses(ReplyText text, List<Forms> asked) {
    List<String> found = new ArrayList<>();
    List<IpAddresses.Place> places = IpAddresses.in(text);
    if (places.isEmpty()) {
      return found;
    }
    Set<Integer> bystanders = bystanders(text, asked);
    for (IpAddresses.Place place : places) {
      if (!bystanders.contains(place.from())) {
        add(found, place.address());
      }
    }
    return found;
  }

  /** Where addresses stand that are not concerned. */
  private static Set<Integer> bystanders(ReplyText text, List<Forms> asked) {
    Set<Integer> found = new HashSet<>();
    for (Forms forms : asked) {
      for (Form form : forms.bystanders()) {
        for (Form.Place p = form.find(text, 0); p != null; p = form.find(text, p.next())) {
          found.add(p.from());
        }
      }
    }
    return found;
  }

  private static List<String> domains(ReplyText text, List<Forms> asked) {
    List<String> found = new ArrayList<>();
    for (Forms forms : asked) {
      for (Form form : forms.domains()) {
        for (Form.Place p = form.find(text, 0); p != null; p = form.find(text, p.next())) {
          String domain = text.part(p.from(), p.to());
          domain = domain.substring(domain.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
          if (isDomain(domain)) {
            add(found, domain);
          }
        }
      }
    }
    return found;
  }

  private List<String> tickets(ReplyText text, Forms own, List<Links.Place> links) {
    List<String> found = new ArrayList<>();
    if (own != null) {
      tickets(text, own, List.of(), found);
    }
    tickets(text, general, links, found);
    return found;
  }

  /**
   * @param passed links in which no reference is looked for: the words of any server stand there by
   *     chance
   */
  private static void tickets(
      ReplyText text, Forms forms, List<Links.Place> passed, List<String> found) {
    for (Form form : forms.tickets()) {
      for (Form.Place p = form.find(text, 0); p != null; p = form.find(text, p.next())) {
        String ticket = text.part(p.from(), p.to());
        if (isTicket(ticket) && !isIn(passed, p.from())) {
          add(found, ticket);
        }
      }
    }
  }

  private static boolean isIn(List<Links.Place> links, int at) {
    for (Links.Place link : links) {
      if (at >= link.from() && at < link.to()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is no plain word, and neither a code, a version, a date nor an IP address. */
  private static boolean isTicket(String s) {
    boolean digit = false;
    boolean divided = false;
    boolean more = false;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      boolean divider = c == '.' || c == '/' || c == ':';
      digit |= Slot.isDigit(c);
      divided |= divider;
      more |= !Slot.isDigit(c) && !divider;
    }
    return digit
        && s.length() >= SHORTEST_TICKET
        && (more || !divided)
        && IpAddresses.address(s) == null
        && s.indexOf('@') < 0
        && !s.startsWith("http");
  }

  private static boolean isDomain(String s) {
    int dot = s.lastIndexOf('.');
    if (dot <= 0 || dot + 3 > s.length() || !Character.isLetter(s.charAt(dot + 1))) {
      return false;
    }
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return !s.contains("..") && s.charAt(0) != '-';
  }

  private static void add(List<String> found, String value) {
    if (found.size() < MOST && !found.contains(value)) {
      found.add(value);
    }
  }
}
