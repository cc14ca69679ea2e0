package dev.smtpcode.cause;

import dev.smtpcode.catalog.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@link RuleCompiler} gathers before it is packed into {@link Tables}. */
final class Draft {
  /** A phrase with what its occurrence tells. */
  record DraftPhrase(String text, Phrase kind, int target) {}

  final List<String> causes = new ArrayList<>();

  /** By cause and class of reply. */
  Verdict[][] verdicts;

  /** By cause and class of reply. */
  String[][] actions;

  final List<String> actionIds = new ArrayList<>();
  final List<String> commands = new ArrayList<>();
  final List<String> providers = new ArrayList<>();
  final List<Boolean> speaksForItself = new ArrayList<>();
  final List<String> aliases = new ArrayList<>();
  final List<Integer> aliasProviders = new ArrayList<>();
  final List<String> hosts = new ArrayList<>();
  final List<Integer> hostProviders = new ArrayList<>();
  final List<String> lists = new ArrayList<>();
  final List<Integer> listProviders = new ArrayList<>();
  final SampleTexts samples = new SampleTexts();
  final List<DraftPhrase> phrases = new ArrayList<>();
  final List<Rule> rules = new ArrayList<>();
  final List<CodeClaim> claims = new ArrayList<>();
  int[] enhanced = {};
  int[] enhancedCauses = {};
  boolean[] enhancedWeak = {};
  final int[] replyCauses = new int[1000];

  Draft() {
    Arrays.fill(replyCauses, -1);
  }
}
