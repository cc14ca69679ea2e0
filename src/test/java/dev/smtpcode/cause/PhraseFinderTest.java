package dev.smtpcode.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Both ways of finding phrases find what a plain search finds")
class PhraseFinderTest {

  @Test
  void sameHits() {
    Random random = new Random(3463);
    for (int round = 0; round < 300; round++) {
      List<String> words = new ArrayList<>();
      for (int n = 1 + random.nextInt(12); n > 0; n--) {
        String w = word(random, 1 + random.nextInt(5));
        if (!words.contains(w)) {
          words.add(w);
        }
      }
      String text = word(random, random.nextInt(60));
      List<String> expected = naive(words, text);
      assertEquals(
          expected,
          hits(new PhraseAutomaton(literals(words), 0, words.size()), text),
          () -> words + " in " + text);
      assertEquals(
          expected,
          hits(new PhraseProbe(literals(words), words.size()), text),
          () -> words + " in " + text);
    }
  }

  private static String word(Random random, int length) {
    StringBuilder s = new StringBuilder();
    for (int i = 0; i < length; i++) {
      s.append("abcé".charAt(random.nextInt(4)));
    }
    return s.toString();
  }

  private static List<String> naive(List<String> words, String text) {
    byte[] t = text.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    for (int end = 1; end <= t.length; end++) {
      for (int n = 0; n < words.size(); n++) {
        byte[] w = words.get(n).getBytes(StandardCharsets.UTF_8);
        boolean fits = w.length <= end;
        for (int i = 0; fits && i < w.length; i++) {
          fits = t[end - w.length + i] == w[i];
        }
        if (fits) {
          found.add(end + ":" + n);
        }
      }
    }
    found.sort(null);
    return found;
  }

  private static List<String> hits(PhraseFinder finder, String text) {
    byte[] t = text.getBytes(StandardCharsets.UTF_8);
    List<String> found = new ArrayList<>();
    finder.find(t, t.length, (literal, end) -> found.add(end + ":" + literal));
    found.sort(null);
    return found;
  }

  private static Literals literals(List<String> words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int[] starts = new int[words.size() + 1];
    for (int i = 0; i < words.size(); i++) {
      bytes.writeBytes(words.get(i).getBytes(StandardCharsets.UTF_8));
      starts[i + 1] = bytes.size();
    }
    return new Literals(bytes.toByteArray(), starts);
  }
}
