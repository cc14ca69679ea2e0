package dev.smtpcode.cause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A text in normal form")
class NormalTextTest {
  private final NormalText normal =
      new NormalText(new WordSet(List.of("ib504", "2024")), new WordSet(List.of("gmail.com")));

  private String of(String text) {
    byte[] b = text.getBytes(StandardCharsets.UTF_8);
    normal.set(b, 0, b.length);
    return new String(normal.bytes(), 0, normal.length(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @DisplayName("is in lower case and without marks, without what differs from one mail to the next")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          550 User  Unknown                          | 550 user unknown
          <Ann.Smith@example.com>: no                | <@>: no
          <Ann@GMail.com>: no                        | <@gmail.com>: no
          host mx[192.0.2.1] port 25                 | host mx[0] port 25
          queue 4F1C2A0B1 since 2023, code IB504     | queue 0 since 0, code ib504
          in 2024 as before                          | in 2024 as before
          550 5.7.1 [1.2.3] v10                      | 550 5.7.1 [1.2.3] v10
          ÜBERFÜLLT: ПОЧТА                           | uberfullt: почта
          Größe, Boîte, Skrzynka pełna, Œuvre        | grosse, boite, skrzynka pelna, oeuvre
          n’existe pas                               | n'existe pas
          ΛΉΞΗ, заблокирован ещё                     | ληξη, заблокирован еще
          почтовый, почтовы\u0438\u0306                | почтовыи, почтовыи
          Ⱥ                                          | Ⱥ
          ＩＰ　拒否                                  | ip 拒否
          """)
  void form(String text, String expected) {
    assertEquals(expected, of(text));
  }

  @Test
  @DisplayName("is the same wherever a word stands, and its own normal form")
  void anywhere() {
    Random random = new Random(3);
    String[] words = {"Mailbox", "full", "a@b.c", "192.0.2.77", "x9y8z7", "5.2.2", "È", "<", "450"};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("x".repeat(1 + random.nextInt(9)));
      StringBuilder expected = new StringBuilder(text);
      for (int n = random.nextInt(6); n > 0; n--) {
        String word = words[random.nextInt(words.length)];
        text.append(random.nextBoolean() ? " " : "\t  ").append(word);
        expected.append(' ').append(of(word));
      }
      assertEquals(expected.toString(), of(text.toString()), text.toString());
      assertEquals(expected.toString(), of(expected.toString()), text.toString());
    }
  }
}
