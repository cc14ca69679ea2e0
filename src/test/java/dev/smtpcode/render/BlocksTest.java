package dev.smtpcode.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.smtpcode.catalog.Messages;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Blocks are shown")
class BlocksTest {
  private static final List<Block> ALL =
      List.of(
          new Block.Title("550", "refused", '5'),
          new Block.Heading("What it means"),
          new Block.Paragraph("text"),
          new Block.Note("in passing"),
          new Block.Steps(List.of("first")),
          new Block.Bullets(List.of("any")),
          new Block.Fields(List.of(new Block.Field("label", "value"))),
          new Block.Table(List.of("", "550"), List.of(List.of("row", "cell"))),
          new Block.Parallel(
              List.of("550"), List.of('5'), List.of(List.of(new Block.Paragraph("column")))),
          new Block.Lead("report", List.of("line")),
          bars("remark"),
          new Block.Ranking(List.of(ranked("quote")), 4, "rest"),
          timeline(30));

  private static Block.Bars bars(String remark) {
    return new Block.Bars(
        List.of("name", "count", "share", "remark"),
        List.of(
            new Block.Bar("a-name-that-needs-its-room.example", (char) 0, 3, remark, List.of("3")),
            new Block.Bar("b.example", (char) 0, 0, "", List.of(""))),
        4,
        true);
  }

  private static Block.Ranked ranked(String quote) {
    String title = "A title that does not fit into one line";
    return new Block.Ranked(title, "an-id", '5', 3, List.of("a detail"), quote);
  }

  private static Block.Timeline timeline(int hours) {
    TreeMap<Long, Long> counts = new TreeMap<>();
    for (long h = 0; h < hours; h += 2) {
      counts.put(h, h);
    }
    return new Block.Timeline("from", "to", counts);
  }

  private static String shown(OutputFormat format, int width, Block block) {
    Page page =
        new Page() {
          @Override
          public List<Block> blocks() {
            return List.of(block);
          }

          @Override
          public void json(JsonGenerator out) {
            throw new UnsupportedOperationException("blocks only");
          }
        };
    return format.renderer(new Display(width, false, false), new Messages("en")).render(page);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "MARKDOWN"})
  @DisplayName("each kind, in each format for readers")
  void eachKind(OutputFormat format) {
    Set<Class<?>> kinds = new HashSet<>(List.of(Block.class.getPermittedSubclasses()));
    kinds.remove(Block.Field.class);
    for (Block block : ALL) {
      assertFalse(shown(format, 80, block).isBlank(), block.toString());
      kinds.remove(block.getClass());
    }
    assertEquals(Set.of(), kinds, "kinds without an example");
  }

  @Test
  @DisplayName("bars become short, then vanish, and remarks go below, where the line is narrow")
  void bars() {
    assertEquals(
        """
          a-name-that-needs-its-room.example  3   75.0 %  ███████████████       remark
          b.example                           0    0.0 %
        """,
        shown(OutputFormat.TEXT, 80, bars("remark")));
    assertEquals(
        """
          a-name-that-nee…  3   75.0 %  ████████▎    remark
          b.example         0    0.0 %
        """,
        shown(OutputFormat.TEXT, 51, bars("remark")));
    assertEquals(
        """
          a-name-that-nee…  3   75.0 %  ██████
            a-remark-that-has-no-room
          b.example         0    0.0 %
        """,
        shown(OutputFormat.TEXT, 40, bars("a-remark-that-has-no-room")));
  }

  @Test
  @DisplayName("a ranking stacks what does not fit, and cuts a long quote")
  void ranking() {
    assertEquals(
        """
          1. A title that does not fit into one
             line (an-id)
             3   75.0 %
             a detail
             “said: 550 word word word word
              word word word word word word …
        """,
        shown(
            OutputFormat.TEXT,
            40,
            new Block.Ranking(List.of(ranked("said: 550" + " word".repeat(20))), 4, null)));
  }

  @Test
  @DisplayName("a timeline puts as many hours into a column as it must")
  void timeline() {
    assertEquals(
        "    ▂ ▂ ▃ ▃ ▄ ▄ ▅ ▅ ▆ ▆ ▇ ▇ █ █\n  from to to, at most 28 in an hour\n",
        shown(OutputFormat.TEXT, 40, timeline(30)));
    assertEquals(
        "   ▂▂▂▂▃▃▃▃▄▄▄▄▅▅▅▅▆▆▆▆▇▇▇▇█████\n  from to to, at most 58 in 2 hours\n",
        shown(OutputFormat.TEXT, 40, timeline(60)));
  }
}
