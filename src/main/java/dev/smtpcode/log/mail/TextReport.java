package dev.smtpcode.log.mail;

import dev.smtpcode.catalog.MailWording;
import dev.smtpcode.catalog.MailWording.Use;
import dev.smtpcode.log.mail.Lead.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads what a report says in words: which lines name a recipient, and which belong to each. Knows
 * no mail system by name; what differs between them is wording, which is data.
 */
final class TextReport {
  private static final int MAX_RECIPIENTS = 1_000;
  private static final int MAX_WORDS = 8_000;

  private final Report report;
  private final MailWording wording;
  private final List<Lead> leads;

  TextReport(Report report, MailWording wording) {
    this.report = report;
    this.wording = wording;
    this.leads = leads();
  }

  /** Whether a line of the report itself names a recipient. */
  boolean namesRecipients() {
    return !leads.isEmpty() && leads.get(0).form() != Form.SENTENCE;
  }

  /** Whether no line names a recipient, and an address is only mentioned in a sentence. */
  boolean onlyMentions() {
    return !leads.isEmpty()
        && leads.get(0).form() == Form.SENTENCE
        && !report.header().has("x-failed-recipients");
  }

  /** One for each recipient, in the order of the report; empty where nothing names any. */
  List<Section> sections() {
    List<Section> found = inText();
    List<String> stated = Addresses.all(report.header().get("x-failed-recipients"));
    if (stated.isEmpty()) {
      return found.isEmpty() ? withoutAddresses() : found;
    }
    Map<String, Section> byAddress = new LinkedHashMap<>();
    for (Section s : found) {
      byAddress.put(key(s.recipient()), s);
    }
    List<Section> result = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < stated.size() && i < MAX_RECIPIENTS; i++) {
      if (!seen.add(key(stated.get(i)))) {
        continue;
      }
      Section s = byAddress.get(key(stated.get(i)));
      if (s == null && found.size() == stated.size()) {
        s = found.get(i); // the address that failed, of an alias that the header states
      }
      result.add(
          s == null
              ? new Section(stated.get(i), "", words())
              : new Section(stated.get(i), s.text(), s.context()));
    }
    return result;
  }

  /** Of a report that states no address: by their bare names, else those of what it returns. */
  private List<Section> withoutAddresses() {
    List<Section> original = ofOriginal();
    List<Section> named = new BareNames(wording).sections(report.lines(), words());
    if (named.isEmpty()) {
      return original;
    }
    List<Section> found = new ArrayList<>();
    for (Section s : named) {
      String address = s.recipient();
      for (Section o : original) {
        if (Addresses.localPart(o.recipient()).equalsIgnoreCase(s.recipient())) {
          address = o.recipient();
        }
      }
      found.add(new Section(address, s.text(), s.context()));
    }
    return found;
  }

  /** The recipients of the returned message: all that is left where the report names none. */
  private List<Section> ofOriginal() {
    Header original = report.original();
    Set<String> addresses = new LinkedHashSet<>();
    for (String name :
        List.of(
            "x-envelope-to", "x-original-to", "x-failed-recipients", "to", "cc", "delivered-to")) {
      if (addresses.isEmpty()) {
        for (String value : original.all(name)) {
          addresses.addAll(Addresses.all(value));
        }
      }
    }
    if (addresses.isEmpty()) {
      for (String received : original.all("received")) {
        int at = received.indexOf(" for ");
        String address = at < 0 ? null : Addresses.first(received.substring(at));
        if (address != null) {
          addresses.add(address);
        }
      }
    }
    if (addresses.isEmpty()) {
      for (String line : report.lines()) {
        String words = line.strip();
        if (words.startsWith("To:") || words.startsWith("RCPT TO:")) {
          addresses.addAll(Addresses.all(words));
        }
      }
    }
    if (addresses.isEmpty()) {
      addresses.addAll(Addresses.all(report.header().get("subject")));
      addresses.remove(report.reportedTo());
    }
    String returnPath = report.reportedTo();
    String encoded = returnPath == null ? null : Addresses.ofReturnPath(returnPath);
    if (addresses.isEmpty() && encoded != null) {
      addresses.add(encoded);
    }
    if (addresses.isEmpty() && report.hasNullSender()) {
      addresses.addAll(mentioned());
    }
    String words = words();
    return addresses.stream()
        .limit(MAX_RECIPIENTS)
        .map(address -> new Section(address, "", words))
        .toList();
  }

  /** The first address in running text that may be a recipient's; empty where there is none. */
  private List<String> mentioned() {
    String sender = Addresses.ofField(report.header().get("from"));
    for (String line : report.lines()) {
      for (String address : Addresses.all(line)) {
        if (!isOther(address) && !address.equalsIgnoreCase(sender)) {
          return List.of(address);
        }
      }
    }
    return List.of();
  }

  private List<Lead> leads() {
    LeadReader reader = new LeadReader(wording);
    List<Lead> all = new ArrayList<>();
    Lead open = null;
    String before = "";
    List<String> lines = report.lines();
    for (int i = 0; i < lines.size() && all.size() < MAX_RECIPIENTS; i++) {
      if (lines.get(i).isBlank()) {
        open = null;
        continue;
      }
      boolean other = reader.tellsOfOther(before, before.length());
      before = Phrases.normal(lines.get(i));
      Lead lead = other ? null : reader.read(lines.get(i), i);
      if (lead == null || open != null && lead.indent() > open.indent()) {
        continue; // deeper than the line that names the recipient: words about that recipient
      }
      all.add(lead);
      all.addAll(reader.following(lines.get(i), lead));
      open = lead.form() == Form.ALONE ? lead : open;
    }
    return surest(all);
  }

  private List<Lead> surest(List<Lead> all) {
    List<Lead> stated = ofStated(all);
    if (!stated.isEmpty()) {
      return stated;
    }
    for (Form form : Form.values()) {
      List<Lead> of = new ArrayList<>();
      for (Lead lead : all) {
        if (lead.form() == form && !isOther(lead)) {
          of.add(lead);
        }
      }
      List<Lead> others = withoutSender(of);
      if (!others.isEmpty()) {
        return others;
      }
    }
    return List.of();
  }

  /**
   * The lines that name the recipients stated in the header, each in its surest form; empty where
   * not all of them are named.
   */
  private List<Lead> ofStated(List<Lead> all) {
    Map<String, Form> forms = new HashMap<>();
    for (Lead lead : all) {
      forms.merge(key(lead.address()), lead.form(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
    Set<String> stated = new HashSet<>();
    for (String address : Addresses.all(report.header().get("x-failed-recipients"))) {
      stated.add(key(address));
    }
    if (!forms.keySet().containsAll(stated)) {
      return List.of();
    }
    return all.stream()
        .filter(lead -> stated.contains(key(lead.address())))
        .filter(lead -> lead.form() == forms.get(key(lead.address())))
        .toList();
  }

  /** Whether the address in running text is only mentioned. */
  private boolean isOther(Lead lead) {
    return lead.form() == Form.SENTENCE && isOther(lead.address());
  }

  /** Whether it is an address to ask for help, or the sender's. */
  private boolean isOther(String address) {
    return wording.of(Use.CONTACTS).contains(Addresses.localPart(address))
        || address.equalsIgnoreCase(report.reportedTo());
  }

  /** Leaves out the sender, unless it is the only address. */
  private List<Lead> withoutSender(List<Lead> of) {
    List<Lead> others = new ArrayList<>();
    for (Lead lead : of) {
      if (!lead.address().equalsIgnoreCase(report.reportedTo())) {
        others.add(lead);
      }
    }
    return others.isEmpty() ? of : others;
  }

  private List<Section> inText() {
    Map<String, Section> found = new LinkedHashMap<>();
    if (leads.isEmpty()) {
      return List.of();
    }
    String before = words(0, leads.get(0).line());
    String quoted = quoted(leads.get(0).line());
    int tail = tail(leads.get(leads.size() - 1).line());
    String after = words(tail, report.lines().size());
    for (int i = 0; i < leads.size(); i++) {
      Lead lead = leads.get(i);
      String key = key(lead.address());
      Section known = found.get(key);
      if (known != null && !known.text().isEmpty()) {
        continue;
      }
      int last = i;
      while (last + 1 < leads.size() && key(leads.get(last + 1).address()).equals(key)) {
        last++;
      }
      int to = last + 1 < leads.size() ? leads.get(last + 1).line() : report.lines().size();
      int from = hasCode(lead) ? (i == 0 ? 0 : leads.get(i - 1).line() + 1) : lead.line();
      String text =
          lead.form() == Form.TRANSCRIPT && hasCode(leads.get(last))
              ? words(from, leads.get(last).line() + 1)
              : behind(lead, to);
      if (quoted != null && !Reply.isIn(text)) {
        text = quoted;
      }
      String region = words(lead.line(), Math.max(lead.line() + 1, Math.min(to, tail)));
      found.put(key, new Section(lead.address(), text, before + "\n" + region + "\n" + after));
    }
    return SharedText.separated(sharing(new ArrayList<>(found.values())));
  }

  /** Where what is about all recipients begins again, behind the last one. */
  private int tail(int lastLead) {
    int i = lastLead + 1;
    while (i < report.lines().size() && !report.lines().get(i).isBlank()) {
      i++;
    }
    return i;
  }

  /** The reply that some systems quote before they name the recipients; or null. */
  private String quoted(int to) {
    for (int i = to - 1; i >= 0; i--) {
      int end = i + 1;
      while (i >= 0 && !report.lines().get(i).isBlank()) {
        i--;
      }
      String block = words(i + 1, end);
      if (Reply.isIn(block)) {
        return block.strip();
      }
    }
    return null;
  }

  private boolean hasCode(Lead lead) {
    String line = report.lines().get(lead.line());
    return lead.textFrom() < line.length() && Character.isDigit(line.charAt(lead.textFrom()));
  }

  /** Addresses listed together share the words that follow the list. */
  private static List<Section> sharing(List<Section> sections) {
    String text = "";
    for (int i = sections.size() - 1; i >= 0; i--) {
      Section s = sections.get(i);
      if (s.text().isBlank()) {
        sections.set(i, new Section(s.recipient(), text, s.context()));
      } else {
        text = s.text();
      }
    }
    return sections;
  }

  /** The words behind an address, up to the end of what is about it. */
  private String behind(Lead lead, int to) {
    List<String> lines = report.lines();
    StringBuilder text = new StringBuilder();
    if (to <= lead.line()) {
      return ""; // the next address is on the same line
    }
    String first = lines.get(lead.line());
    text.append(first, Math.min(lead.textFrom(), first.length()), first.length());
    boolean paragraph = false;
    for (int i = lead.line() + 1; i < to && text.length() < MAX_WORDS; i++) {
      String line = lines.get(i);
      if (line.isBlank()) {
        if (Reply.isIn(text)) {
          break;
        }
        paragraph = true;
      } else {
        if (paragraph && isCourtesy(line)) {
          break;
        }
        paragraph = false;
        add(text, line);
      }
    }
    return trimmed(text);
  }

  /** Without what only separates the address from the words. */
  private static String trimmed(StringBuilder text) {
    int from = 0;
    while (from < text.length()
        && !Character.isLetterOrDigit(text.charAt(from))
        && "<\"'[(#/".indexOf(text.charAt(from)) < 0) {
      from++;
    }
    return text.substring(from).strip();
  }

  /** Whether it begins a paragraph that tells no reason; a signature is one too. */
  private boolean isCourtesy(String line) {
    return line.strip().equals("--")
        || Phrases.startsWithAny(Phrases.normal(line), wording.of(Use.COURTESIES));
  }

  /** All its words, without courtesies. */
  String words() {
    return words(0, report.lines().size());
  }

  /** The lines without courtesies. */
  private String words(int from, int to) {
    StringBuilder text = new StringBuilder();
    boolean courtesy = false;
    for (int i = from; i < to && text.length() < MAX_WORDS; i++) {
      String line = report.lines().get(i);
      courtesy = !line.isBlank() && (courtesy || isCourtesy(line));
      if (!line.isBlank() && !courtesy) {
        add(text, line);
      }
    }
    return text.toString();
  }

  private static void add(StringBuilder text, String line) {
    if (!Reply.isAcceptedInTranscript(line)) {
      text.append('\n').append(line.strip());
      return;
    }
    int last = text.lastIndexOf("\n");
    if (last >= 0 && Reply.isCommandInTranscript(text.substring(last + 1))) {
      text.setLength(last); // it answers that command, which so is no reason either
    }
  }

  static String key(String address) {
    return address.toLowerCase(Locale.ROOT);
  }
}
