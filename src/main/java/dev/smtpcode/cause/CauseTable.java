package dev.smtpcode.cause;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.CodeFiles;
import dev.smtpcode.catalog.ReplyClass;
import dev.smtpcode.catalog.Verdict;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/** The verdict and action of each cause, by class of reply: all that explaining one code needs. */
public final class CauseTable {
  /** Where the build puts it, beside the catalogue. */
  static final String COMPILED = "causes.bin";

  /** The cause of a reply that tells none. */
  static final String UNKNOWN = "unknown";

  /** Ids of all causes, in the catalogue's order. */
  final List<String> causes;

  /** Ids of all actions, in the catalogue's order. */
  final List<String> actionIds;

  private final int[] verdicts;
  private final int[] actions;

  private CauseTable(byte[] packed) {
    Tables.Reader in = new Tables.Reader(ByteBuffer.wrap(packed));
    causes = in.strings();
    actionIds = in.strings();
    verdicts = in.ints();
    actions = in.ints();
  }

  /** The table of this catalogue, a user's own causes among them. */
  public static CauseTable of(Catalog catalog) {
    if (catalog.hasOverlay()) {
      return new CauseTable(RuleCompiler.causes(catalog));
    }
    try {
      byte[] packed = CodeFiles.bytes(COMPILED);
      return new CauseTable(packed == null ? RuleCompiler.causes(catalog) : packed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static CauseTable read(byte[] packed) {
    return new CauseTable(packed);
  }

  static void pack(Draft draft, DataOutputStream out) throws IOException {
    int classes = ReplyClass.values().length;
    int[] verdicts = new int[draft.causes.size() * classes];
    int[] actions = new int[verdicts.length];
    for (int i = 0; i < verdicts.length; i++) {
      verdicts[i] = draft.verdicts[i / classes][i % classes].ordinal();
      actions[i] = draft.actionIds.indexOf(draft.actions[i / classes][i % classes]);
    }
    Tables.strings(out, draft.causes);
    Tables.strings(out, draft.actionIds);
    Tables.ints(out, verdicts);
    Tables.ints(out, actions);
  }

  /** Ids of all causes, in the catalogue's order. */
  public List<String> causes() {
    return causes;
  }

  /** Ids of all actions, in the catalogue's order. */
  public List<String> actions() {
    return actionIds;
  }

  /** The verdict of a cause for a class of reply. */
  public Verdict verdict(String cause, ReplyClass replyClass) {
    return verdict(causes.indexOf(cause), replyClass);
  }

  /** The action of a cause for a class of reply. */
  public String action(String cause, ReplyClass replyClass) {
    return action(causes.indexOf(cause), replyClass);
  }

  Verdict verdict(int cause, ReplyClass replyClass) {
    return Verdict.values()[verdicts[cause * ReplyClass.values().length + replyClass.ordinal()]];
  }

  String action(int cause, ReplyClass replyClass) {
    return actionIds.get(actions[cause * ReplyClass.values().length + replyClass.ordinal()]);
  }
}
