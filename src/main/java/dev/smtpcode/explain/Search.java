package dev.smtpcode.explain;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Cause;
import dev.smtpcode.catalog.Entry;
import dev.smtpcode.catalog.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds entries by their words: titles count most, then wording and codes, then the texts. */
public final class Search {
  private static final int IN_CODE = 40;
  private static final int IN_TITLE = 20;
  private static final int IN_PHRASE = 12;
  private static final int IN_TEXT = 4;
  private static final int AS_WORD = 2;

  /** What holds everywhere comes before what one provider says. */
  private static final int OF_NO_PROVIDER = 40;

  private Search() {}

  /**
   * An entry that holds all the words.
   *
   * @param score the higher the better
   * @param excerpt the sentence in which the words are found, where the title does not hold them;
   *     or null
   */
  public record Hit(Entry entry, int score, String excerpt) {}

  /** The words, in lower case, that the arguments of a command line hold. */
  public static List<String> words(List<String> arguments) {
    List<String> words = new ArrayList<>();
    for (String argument : arguments) {
      for (String word : argument.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /**
   * The entries in which every word occurs, the best first; equal ones by code.
   *
   * @param wanted in lower case
   */
  public static List<Hit> find(Catalog catalog, List<String> wanted) {
    List<Hit> hits = new ArrayList<>();
    for (Cause c : catalog.causes()) {
      add(c.entry(), c.wordings(), wanted, hits);
    }
    for (Entry e : catalog.actions()) {
      add(e, List.of(), wanted, hits);
    }
    for (Entry e : Listing.ALL.of(catalog)) {
      add(e, e.phrases(), wanted, hits);
    }
    hits.sort(
        (a, b) ->
            a.score() != b.score()
                ? Integer.compare(b.score(), a.score())
                : a.entry().code().compareTo(b.entry().code()));
    return hits;
  }

  private static void add(Entry e, List<String> phrases, List<String> wanted, List<Hit> hits) {
    int sum = 0;
    String excerpt = null;
    for (String word : wanted) {
      int score = score(e, phrases, word);
      if (score == 0) {
        return;
      }
      sum += score;
      if (excerpt == null && count(e.texts().title(), word) == 0) {
        excerpt = sentence(e, phrases, word);
      }
    }
    hits.add(new Hit(e, sum + (e.provider() == null ? OF_NO_PROVIDER : 0), excerpt));
  }

  private static int score(Entry e, List<String> phrases, String word) {
    Texts t = e.texts();
    int score = IN_CODE * (e.code().toLowerCase(Locale.ROOT).equals(word) ? 1 : 0);
    score += IN_TITLE * count(t.title(), word);
    int inPhrases = 0;
    for (String p : phrases) {
      inPhrases = Math.max(inPhrases, count(p, word));
    }
    score += IN_PHRASE * inPhrases;
    score += IN_TEXT * (count(t.meaning(), word) + count(t.whenSeen(), word));
    for (String step : t.fix()) {
      score += count(step, word);
    }
    return score;
  }

  /**
   * 0 where the word does not occur, more where it stands alone than where it is part of a longer
   * one.
   */
  private static int count(String text, String word) {
    String lower = text.toLowerCase(Locale.ROOT);
    int best = 0;
    for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
      boolean starts = at == 0 || !Character.isLetterOrDigit(lower.charAt(at - 1));
      int end = at + word.length();
      boolean ends = end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end));
      best = Math.max(best, starts && ends ? AS_WORD : 1);
    }
    return best;
  }

  private static String sentence(Entry e, List<String> phrases, String word) {
    List<String> texts = new ArrayList<>(phrases);
    texts.add(e.texts().meaning());
    texts.add(e.texts().whenSeen());
    texts.addAll(e.texts().fix());
    for (String text : texts) {
      for (String sentence : text.split("(?<=[.:;]) ", -1)) {
        if (count(sentence, word) > 0) {
          return sentence;
        }
      }
    }
    return null;
  }
}
