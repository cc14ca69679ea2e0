package dev.smtpcode;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Packages depend one way: data and parsing below, the command line on top")
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.smtpcode");

  @Test
  void layers() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("cli")
        .definedBy("dev.smtpcode.cli..")
        .layer("render")
        .definedBy("dev.smtpcode.render..")
        .layer("explain")
        .definedBy("dev.smtpcode.explain..")
        .layer("scan")
        .definedBy("dev.smtpcode.scan..")
        .layer("log")
        .definedBy("dev.smtpcode.log..")
        .layer("cause")
        .definedBy("dev.smtpcode.cause..")
        .layer("reply")
        .definedBy("dev.smtpcode.reply..")
        .layer("catalog")
        .definedBy("dev.smtpcode.catalog..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("render")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("explain")
        .mayOnlyBeAccessedByLayers("render", "cli")
        .whereLayer("scan")
        .mayOnlyBeAccessedByLayers("render", "cli")
        .whereLayer("log")
        .mayOnlyBeAccessedByLayers("scan", "render", "cli")
        .whereLayer("cause")
        .mayOnlyBeAccessedByLayers("explain", "log", "scan", "render", "cli")
        .check(CLASSES);
  }

  @Test
  @DisplayName(
      "no cycles, no streams of the process outside the command line, no exit outside Main")
  void habits() {
    com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices()
        .matching("dev.smtpcode.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.smtpcode.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
