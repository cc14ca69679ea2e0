package dev.smtpcode.log.mail;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.smtpcode.log.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A notification of Amazon SES that SNS sent by mail: JSON as the text of the message. */
final class SesNotification {
  private static final int LONG_LINE = 900;
  private static final JsonFactory JSON = new JsonFactory();

  private final List<Failure> failures = new ArrayList<>();

  private String response;
  private String subType;

  private SesNotification() {}

  /** What a text says of each recipient; empty where it is no such notification. */
  static List<Failure> failures(List<String> lines) {
    String text = unfolded(lines);
    SesNotification n = new SesNotification();
    if (text.startsWith("{") && (text.contains("notificationType") || text.contains("eventType"))) {
      try (JsonParser in = JSON.createParser(text)) {
        in.nextToken();
        n.object(in);
      } catch (IOException cutOrNoJson) {
        // What came before the fault is kept.
      }
    }
    return n.response == null ? n.failures : n.failures.stream().map(n::withResponse).toList();
  }

  private Failure withResponse(Failure f) {
    return new Failure(f.outcome(), f.recipient(), null, response, null, null, null);
  }

  /** The lines as one, where a long one was broken for transport. */
  private static String unfolded(List<String> lines) {
    StringBuilder text = new StringBuilder();
    int before = 0;
    for (String line : lines) {
      boolean broken = before >= LONG_LINE && line.startsWith(" ");
      if (broken && text.charAt(text.length() - 1) == '!') {
        text.setLength(text.length() - 1); // how Sendmail breaks a long line
      }
      text.append(broken ? line.substring(1) : line);
      before = line.length();
    }
    return text.toString().strip();
  }

  private void object(JsonParser in) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "bounce", "complaint", "delivery" -> object(in);
        case "Message" -> {
          try (JsonParser inner = JSON.createParser(in.getText())) {
            if (inner.nextToken() == JsonToken.START_OBJECT) {
              object(inner);
            }
          }
        }
        case "bouncedRecipients" -> recipients(in, Outcome.BOUNCED);
        case "complainedRecipients" -> recipients(in, Outcome.COMPLAINT);
        case "recipients" -> recipients(in, Outcome.DELIVERED);
        case "bounceSubType" -> subType = words(in.getText());
        case "smtpResponse" -> response = in.getText();
        default -> in.skipChildren();
      }
    }
  }

  private void recipients(JsonParser in, Outcome outcome) throws IOException {
    while (in.nextToken() != JsonToken.END_ARRAY && in.currentToken() != null) {
      if (in.currentToken() == JsonToken.START_OBJECT) {
        failures.add(recipient(in, outcome));
      } else if (in.currentToken() == JsonToken.VALUE_STRING) {
        failures.add(new Failure(outcome, in.getText(), null, null, null, null, null));
      }
    }
  }

  /** {@code MailboxFull} as {@code Mailbox Full}. */
  private static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      words.append(i > 0 && Character.isUpperCase(c) ? " " : "").append(c);
    }
    return words.toString();
  }

  private Failure recipient(JsonParser in, Outcome outcome) throws IOException {
    String address = null;
    String status = null;
    String diagnostic = null;
    Outcome actual = outcome;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String key = in.currentName();
      in.nextToken();
      switch (key) {
        case "emailAddress" -> address = Addresses.ofField(in.getText());
        case "status" -> status = in.getText();
        case "diagnosticCode" -> diagnostic = in.getText();
        case "action" -> actual = in.getText().equals("delayed") ? Outcome.DEFERRED : outcome;
        default -> in.skipChildren();
      }
    }
    return new Failure(actual, address, status, diagnostic, subType, null, null);
  }
}
