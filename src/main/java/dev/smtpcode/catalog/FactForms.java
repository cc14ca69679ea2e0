package dev.smtpcode.catalog;

import java.util.List;

/**
 * Forms by which facts are found in a reply text; {@code codes/schema/facts.schema.json} tells how
 * a form is written.
 *
 * @param waits what names the time after which to come back
 * @param tickets what names a reference number
 * @param domains what names the domain concerned
 * @param bystanders what names an IP address that the refusal is not about
 */
public record FactForms(
    List<String> waits, List<String> tickets, List<String> domains, List<String> bystanders) {
  static final FactForms NONE = new FactForms(List.of(), List.of(), List.of(), List.of());
}
