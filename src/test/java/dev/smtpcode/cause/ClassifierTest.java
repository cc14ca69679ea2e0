package dev.smtpcode.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.PhraseRule;
import dev.smtpcode.catalog.Provider;
import dev.smtpcode.catalog.ProviderEntry;
import dev.smtpcode.catalog.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The cause follows from the evidence")
class ClassifierTest {
  private static final RuleSet RULES = RuleSet.bundled();
  private final Classifier classifier = new Classifier(RULES);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "/cause/causes.csv",
      delimiter = '|',
      numLinesToSkip = 1,
      quoteCharacter = '\u0001')
  void table(String text, String cause, String verdict, String evidence) {
    Classification found = classifier.classify(text);
    assertEquals(cause, found.cause(), () -> found.toString());
    assertEquals(verdict, found.verdict().id(), () -> found.toString());
    assertEquals(evidence, found.evidence().kind(), () -> found.toString());
  }

  @Test
  @DisplayName("every sample of a phrase rule is recognised as that rule's cause")
  void samplesOfRules() {
    List<String> wrong = new ArrayList<>();
    for (PhraseRule rule : Catalog.bundled().phraseRules()) {
      for (String sample : rule.samples()) {
        Classification found = classifier.classify(sample);
        if (!found.cause().equals(rule.cause())) {
          wrong.add(
              rule.cause()
                  + " expected, "
                  + found.cause()
                  + " by "
                  + found.evidence()
                  + ": "
                  + sample);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  @DisplayName(
      "every sample of a provider's entry is recognised as that entry, or at least as its cause")
  void samplesOfProviders() {
    List<String> wrong = new ArrayList<>();
    int exact = 0;
    int all = 0;
    for (Provider provider : Catalog.bundled().providers()) {
      for (int i = 0; i < provider.entries().size(); i++) {
        ProviderEntry own = provider.entries().get(i);
        for (String sample : own.samples()) {
          all++;
          Classification found = classifier.classify(sample);
          exact += new ProviderEntryRef(provider.id(), i).equals(found.entry()) ? 1 : 0;
          if (!found.cause().equals(own.entry().cause())) {
            wrong.add(
                provider.id()
                    + " "
                    + own.entry().code()
                    + ": "
                    + own.entry().cause()
                    + " expected, "
                    + found.cause()
                    + " by "
                    + found.evidence()
                    + " of "
                    + found.provider()
                    + ": "
                    + sample);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
    assertTrue(exact >= all * 9 / 10, exact + " of " + all + " samples lead to their very entry");
  }

  @Test
  @DisplayName("what was seen before costs no new object")
  void interned() {
    String text = "550 5.1.1 User unknown";
    assertSame(classifier.classify(text), classifier.classify(text));
    assertSame(classifier.classify(text), new Classifier(RULES).classify(text));
    assertSame(classifier.classify(text), Classifier.forOne(RULES).classify(text));
  }

  @Test
  @DisplayName("hostile text is read in linear time and never fails")
  void hostile() {
    Random random = new Random(7505);
    byte[] noise = new byte[200_000];
    random.nextBytes(noise);
    String[] texts = {
      "a".repeat(2_000_000),
      "user ".repeat(400_000),
      "sender address rejected ".repeat(80_000),
      new String(noise, java.nio.charset.StandardCharsets.ISO_8859_1),
      "\u0000\u001b[31m550 5.1.1\u202e",
      ""
    };
    Assertions.assertTimeout(
        Duration.ofSeconds(5),
        () -> {
          for (String text : texts) {
            assertNotNull(classifier.classify(text));
          }
        });
  }

  @Test
  @DisplayName("success is no failure, whatever the words")
  void positive() {
    assertEquals(
        Verdict.NONE,
        classifier.classify("250 2.1.5 mailbox full of spam, user unknown").verdict());
  }

  @Test
  @DisplayName("a refusal for good that nothing explains is no reason to retry, nor to give up")
  void unexplained() {
    Classifier classifier = new Classifier(RuleSet.bundled());
    Classification refused = classifier.classify("554 Qwertz");
    assertEquals("unknown", refused.cause());
    assertEquals(Verdict.BLOCK, refused.verdict());
    assertEquals("investigate", refused.action());
    Classification deferred = classifier.classify("451 Qwertz");
    assertEquals(Verdict.SOFT, deferred.verdict());
    assertEquals("retry", deferred.action());
  }

  @Test
  @DisplayName("takes no longer for a text made of half-matching wording")
  void hostileWording() {
    String half = "xclient hostx ".repeat(200_000);
    Classifier classifier = new Classifier(RuleSet.bundled());
    Classification c =
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> classifier.classify(half));
    assertEquals("unknown", c.cause());
  }

  @ParameterizedTest
  @DisplayName("capitals of any alphabet are the letters they are")
  @ValueSource(
      strings = {
        "550 ПОЛЬЗОВАТЕЛЬ НЕ НАЙДЕН",
        "550 EMPFÄNGER UNGÜLTIG",
        "550 CAIXA POSTAL NÃO EXISTE"
      })
  void capitals(String text) {
    assertEquals("user-unknown", classifier.classify(text).cause());
    assertEquals("user-unknown", classifier.classify(text.toLowerCase(Locale.ROOT)).cause());
  }
}
