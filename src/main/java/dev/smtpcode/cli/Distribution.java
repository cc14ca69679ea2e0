package dev.smtpcode.cli;

import dev.smtpcode.catalog.Catalog;
import dev.smtpcode.catalog.Messages;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes what an installation holds besides the programs: manual pages, completions, the jar's id.
 */
public final class Distribution {
  private static final int ID_DIGITS = 16;

  private final Path folder;

  private Distribution(Path folder) {
    this.folder = folder;
  }

  /**
   * Run by the build.
   *
   * @param args the folder to write to, the folder for what the Debian package has compressed, the
   *     jar, its version, the time of the release, the changelog of the Debian package
   */
  public static void main(String[] args) throws IOException {
    Distribution plain = new Distribution(Path.of(args[0]));
    Distribution debian = new Distribution(Path.of(args[1]));
    String version = args[3];
    String date = args[4].substring(0, "2026-11-24".length());
    CommandSpec root = CommandLineRun.model(Console.ofProcess()).getCommandSpec();

    plain.write("lib/smtpcode.id", id(Path.of(args[2])) + "\n");
    for (String language : Languages.spoken()) {
      HelpTexts texts = new HelpTexts(new Messages(language));
      String folder = "share/man/" + (language.equals("en") ? "" : language + "/") + "man1/";
      for (CommandSpec command : withSubcommands(root)) {
        String page = ManPage.of(command, texts, version, date);
        String file = folder + ManPage.name(command) + ".1";
        plain.write(file, page);
        debian.writeCompressed(file, page);
      }
    }
    HelpTexts english = new HelpTexts(new Messages("en"));
    CompletionModel model = CompletionModel.of(root, Catalog.bundled(), english);
    plain.write("share/bash-completion/completions/smtpcode", BashCompletion.of(model));
    plain.write("share/zsh/site-functions/_smtpcode", ZshCompletion.of(model));
    plain.write("share/fish/vendor_completions.d/smtpcode.fish", FishCompletion.of(model));
    debian.writeCompressed(
        "share/doc/smtpcode/changelog",
        Files.readString(Path.of(args[5])).replace("${project.version}", version));
  }

  /** What tells this jar from one that was built of other sources. */
  private static String id(Path jar) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar));
      return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static List<CommandSpec> withSubcommands(CommandSpec root) {
    List<CommandSpec> all = new ArrayList<>(List.of(root));
    for (CommandLine sub : root.subcommands().values()) {
      all.add(sub.getCommandSpec());
    }
    return all;
  }

  private void write(String file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@code gzip -9n} would: without a time, so that the same text gives the same file. */
  private void writeCompressed(String file, String text) throws IOException {
    GzipParameters best = new GzipParameters();
    best.setCompressionLevel(Deflater.BEST_COMPRESSION);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GzipCompressorOutputStream out = new GzipCompressorOutputStream(bytes, best)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    write(file + ".gz", bytes.toByteArray());
  }

  private void write(String file, byte[] content) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, content);
  }
}
