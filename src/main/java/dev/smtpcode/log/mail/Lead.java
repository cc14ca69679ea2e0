package dev.smtpcode.log.mail;

/**
 * A line of a report that names a recipient.
 *
 * @param line its number from 0
 * @param indent blanks before
 * @param textFrom where the words behind the address begin
 */
record Lead(Form form, int line, int indent, String address, int textFrom) {
  /** How sure the line is to name a recipient; the surest first. */
  enum Form {
    /** The address begins the line, alone or set apart from what follows. */
    ALONE,
    /** Words before it say that it failed. */
    TOLD,
    /** In the transcript of a session, behind a command or reply code. */
    TRANSCRIPT,
    /** A sentence begins with it. */
    SENTENCE
  }
}
