package dev.smtpcode.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hosts that are remembered")
class HostMemoryTest {

  @Test
  @DisplayName("belong to whom the rules say, however many there are and however long")
  void sameAsTheRules() {
    RuleSet rules = RuleSet.bundled();
    HostMemory memory = new HostMemory(rules);
    String[] suffixes = {"google.com", "outlook.com", "example.com", "yahoodns.net", "", "web.de"};
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String host =
          "mx".repeat(random.nextInt(40))
              + random.nextInt(3000)
              + "."
              + suffixes[random.nextInt(6)];
      byte[] b = (">" + host + "]").getBytes(StandardCharsets.US_ASCII);
      int expected = rules.providerOfHost(b, 1, b.length - 1);
      assertEquals(expected, memory.providerOfHost(b, 1, b.length - 1), host);
      assertEquals(expected, memory.providerOfHost(b, 1, b.length - 1), host);
    }
    assertEquals(-1, memory.providerOfHost(new byte[0], 0, 0));
  }
}
