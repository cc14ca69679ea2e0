package dev.smtpcode.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/**
 * Writes a made-up Postfix log: a third of the lines are deliveries, 6 % deferrals, 3 % bounces,
 * the rest is what a busy server logs besides. Always the same for the same size.
 *
 * <p>{@code java LogMaker.java BYTES > mail.log}
 */
public final class LogMaker {
  private static final String[] DOMAINS = {
    "gmail.com",
    "gmail.com",
    "gmail.com",
    "outlook.com",
    "outlook.com",
    "yahoo.com",
    "icloud.com",
    "web.de",
    "orange.fr",
    "example.com",
    "example.net",
    "example.org"
  };
  private static final String[] REFUSALS = {
    "550 5.1.1 <%s>: Recipient address rejected: User unknown in virtual mailbox table",
    "550-5.1.1 The email account that you tried to reach does not exist. - gsmtp",
    "552 5.2.2 <%s>: user is over quota",
    "554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org",
    "550 5.7.26 This mail has been blocked because the sender is unauthenticated. - gsmtp",
    "554 5.7.1 <%s>: Relay access denied",
    "552 5.3.4 Message size exceeds fixed maximum message size",
    "550 5.7.1 Message rejected as spam by content filter"
  };
  private static final String[] DEFERRALS = {
    "450 4.2.0 <%s>: Recipient address rejected: Greylisted, try again in 300 seconds",
    "421 4.7.0 [TSS04] Messages from 192.0.2.7 temporarily deferred due to unexpected volume",
    "452 4.2.2 The recipient's inbox is out of storage space. - gsmtp",
    "451 4.3.0 Temporary lookup failure",
    "421 4.7.28 Unusual rate of mail from your IP address, temporarily rate limited. - gsmtp"
  };
  private static final int MINUTES = 24 * 60;

  private final Random random = new Random(1);
  private long lines;

  private LogMaker() {}

  public static void main(String[] arguments) throws IOException {
    long wanted = Long.parseLong(arguments[0]);
    LogMaker maker = new LogMaker();
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
      for (long written = 0; written < wanted; ) {
        byte[] line =
            (maker.line(written * MINUTES / wanted) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line);
        written += line.length;
      }
    }
  }

  private String line(long minute) {
    lines++;
    String head =
        String.format("Nov 23 %02d:%02d:%02d mx1 postfix/", minute / 60, minute % 60, lines % 60);
    String queueId = String.format("%010X", lines * 2654435761L & 0xffffffffffL);
    String domain =
        random.nextInt(3) > 0
            ? DOMAINS[random.nextInt(DOMAINS.length)]
            : "d" + random.nextInt(900) + ".example.com";
    String to = "user" + random.nextInt(9000) + "@" + domain;
    String start =
        head
            + "smtp["
            + (200 + random.nextInt(60000))
            + "]: "
            + queueId
            + ": to=<"
            + to
            + ">, relay=mx."
            + domain
            + "[203.0.113."
            + random.nextInt(255)
            + "]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=";
    int x = random.nextInt(100);
    if (x < 34) {
      return start + "2.0.0, status=sent (250 2.0.0 OK " + lines + " - gsmtp)";
    }
    if (x < 43) {
      boolean bounce = x < 37;
      String reply = pick(bounce ? REFUSALS : DEFERRALS).replace("%s", to);
      String code = reply.substring(4, reply.indexOf(' ', 4));
      return start
          + code
          + ", status="
          + (bounce ? "bounced" : "deferred")
          + " (host mx."
          + domain
          + "[203.0.113.9] said: "
          + reply
          + " (in reply to RCPT TO command))";
    }
    return switch (x % 4) {
      case 0 -> head + "qmgr[800]: " + queueId + ": removed";
      case 1 -> head + "cleanup[801]: " + queueId + ": message-id=<" + lines + "@example.org>";
      case 2 ->
          head
              + "qmgr[800]: "
              + queueId
              + ": from=<news@example.org>, size=5711, nrcpt=1 (queue active)";
      default -> head + "smtpd[802]: connect from unknown[192.0.2." + random.nextInt(255) + "]";
    };
  }

  private String pick(String[] texts) {
    return texts[random.nextInt(texts.length)];
  }
}
