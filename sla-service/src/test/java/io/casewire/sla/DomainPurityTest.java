package io.casewire.sla;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;

/** Deadlines are a function of facts, policies and calendars, and of nothing around them. */
@AnalyzeClasses(packages = "io.casewire.sla", importOptions = DoNotIncludeTests.class)
class DomainPurityTest {

  private static final String[] DOMAIN = {
    "io.casewire.sla.calendar..",
    "io.casewire.sla.input..",
    "io.casewire.sla.policy..",
    "io.casewire.sla.escalation..",
    "io.casewire.sla.clock.."
  };

  private static final DescribedPredicate<JavaClass> WORDS_OF_THE_CONTRACT =
      resideInAPackage("io.casewire.events")
          .and(describe("enums", JavaClass::isEnum))
          .or(resideInAPackage("io.casewire.events.wire"));

  @ArchTest
  static final ArchRule the_domain_knows_no_framework_and_no_event_of_the_stream =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(DOMAIN)
                  .or(resideInAnyPackage("java..", "org.jspecify.annotations.."))
                  .or(WORDS_OF_THE_CONTRACT));

  @ArchTest
  static final ArchRule time_and_chance_come_from_outside =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(ZoneId.class, "systemDefault")
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule packages_depend_on_each_other_in_one_direction =
      slices().matching("io.casewire.sla.(*)..").should().beFreeOfCycles();
}
