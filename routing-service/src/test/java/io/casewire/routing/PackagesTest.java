package io.casewire.routing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
              "io.casewire.routing.desk",
              "io.casewire.routing.live",
              "io.casewire.routing.roster",
              "io.casewire.routing.workspace")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule consumers_only_enqueue =
      noClasses()
          .that()
          .resideInAPackage("io.casewire.routing.stream")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.casewire.routing.drain");
}
