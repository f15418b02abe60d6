package io.casewire.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "io.casewire.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule the_contract_needs_a_JSON_library_and_nothing_else =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.casewire.events..",
              "com.fasterxml.jackson..",
              "org.jspecify..",
              "java..",
              "javax.crypto..");

  @ArchTest
  static final ArchRule the_envelope_knows_nothing_of_the_events_inside =
      classes()
          .that()
          .resideInAPackage("io.casewire.events.envelope..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("io.casewire.events.envelope..", "org.jspecify..", "java..");

  @ArchTest
  static final ArchRule signatures_need_the_JDK_alone =
      classes()
          .that()
          .resideInAPackage("io.casewire.events.signed..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.casewire.events.signed..", "org.jspecify..", "java..", "javax.crypto..");
}
