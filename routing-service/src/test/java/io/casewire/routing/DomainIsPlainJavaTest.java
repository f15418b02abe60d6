package io.casewire.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.casewire.routing.assignment.AssignmentPlanner;
import io.casewire.routing.directory.Agent;
import io.casewire.routing.escalation.EscalationRules;
import io.casewire.routing.life.CaseLife;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(
    packagesOf = {Agent.class, AssignmentPlanner.class, CaseLife.class, EscalationRules.class},
    importOptions = DoNotIncludeTests.class)
class DomainIsPlainJavaTest {

  private static final String[] DOMAIN = {
    "io.casewire.routing.directory",
    "io.casewire.routing.assignment",
    "io.casewire.routing.life",
    "io.casewire.routing.escalation"
  };

  @ArchTest
  static final ArchRule the_domain_imports_no_framework =
      classes()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations..",
              "io.casewire.events",
              "io.casewire.events.wire",
              DOMAIN[0],
              DOMAIN[1],
              DOMAIN[2],
              DOMAIN[3]);

  @ArchTest
  static final ArchRule the_domain_never_asks_the_time =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule domain_concepts_depend_on_each_other_one_way =
      slices().matching("io.casewire.routing.(*)..").should().beFreeOfCycles();
}
