package dev.smtpcode.log.mail;

import java.util.List;

/**
 * A message, taken apart as far as its reader needs it.
 *
 * @param header of the message
 * @param parts its leaves, in order; an enclosed message is one leaf
 */
record Mail(Header header, List<Part> parts) {

  /**
   * A leaf.
   *
   * @param type such as {@code text/plain}, in lower case
   * @param header of the part itself; of the message where it is not multipart
   * @param text decoded; of an enclosed message its whole source; empty where it is no text
   */
  record Part(String type, Header header, String text) {

    /**
     * Whether it is the returned message or its header, or a part that a broken mailer made of it.
     */
    boolean isOriginal() {
      return type.equals("message/rfc822")
          || type.equals("message/global")
          || type.equals("text/rfc822-headers")
          || type.equals("text/rfc822-header")
          || type.equals("message/rfc822-headers")
          || type.equals("message/global-headers")
          || type.equals("message/partial");
    }

    boolean isStatus() {
      return type.equals("message/delivery-status")
          || type.equals("message/global-delivery-status");
    }

    boolean isFeedback() {
      return type.equals("message/feedback-report");
    }
  }
}
