package io.casewire.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.casewire.intake", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String MAIL = "io.casewire.intake.mail..";

  @ArchTest
  static final ArchRule what_is_known_of_mail_needs_no_framework =
      classes()
          .that()
          .resideInAPackage(MAIL)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "org.apache.james.mime4j..",
              "org.jsoup..",
              "io.casewire.kit.mail..",
              MAIL);

  @ArchTest
  static final ArchRule what_is_known_of_mail_never_asks_the_time =
      noClasses()
          .that()
          .resideInAPackage(MAIL)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule concepts_depend_on_each_other_one_way =
      slices().matching("io.casewire.intake.(*)..").should().beFreeOfCycles();
}
