package io.casewire.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.casewire.routing", importOptions = DoNotIncludeTests.class)
class PackagesTest {

  @ArchTest
  static final ArchRule packages_depend_on_each_other_one_way =
      slices().matching("io.casewire.routing.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule only_the_edges_speak_http =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "io.casewire.routing.audit",
              "io.casewire.routing.desk",
              "io.casewire.routing.live",
              "io.casewire.routing.roster",
              "io.casewire.routing.workspace")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  /** Two clocks that differ would date an answer before the message that it answers. */
  @ArchTest
  static final ArchRule facts_are_dated_by_the_clock_of_the_database =
      noClasses()
          .that()
          .resideInAnyPackage(
              "io.casewire.routing.casework",
              "io.casewire.routing.desk",
              "io.casewire.routing.roster",
              "io.casewire.routing.stream")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Clock.class);

  @ArchTest
  static final ArchRule consumers_only_enqueue =
      noClasses()
          .that()
          .resideInAPackage("io.casewire.routing.stream")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.casewire.routing.drain");
}
