package io.casewire.kit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;

@AnalyzeClasses(packages = "io.casewire.kit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String KIT = "io.casewire.kit..";

  @ArchTest
  static final ArchRule the_kit_knows_envelopes_and_no_domain =
      classes()
          .that()
          .resideInAPackage(KIT)
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage("io.casewire.."))
                  .or(
                      resideInAnyPackage(
                          KIT, "io.casewire.events.envelope", "io.casewire.events.wire")));

  @ArchTest
  static final ArchRule packages_form_no_cycle =
      slices()
          .matching("io.casewire.kit.(*)..")
          .should()
          .beFreeOfCycles()
          // Parking is the inbox's side room: it keeps records as the inbox received them.
          .ignoreDependency(
              resideInAPackage("io.casewire.kit.parking"),
              resideInAPackage("io.casewire.kit.inbox"));

  @ArchTest
  static final ArchRule time_comes_from_the_clock_bean_or_the_database =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class);

  @ArchTest
  static final ArchRule threads_are_made_by_their_supervisor =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.casewire.kit.loop")
          .should()
          .callMethod(Thread.class, "ofPlatform")
          .orShould()
          .callMethod(Thread.class, "ofVirtual")
          .orShould()
          .callConstructorWhere(target(owner(assignableTo(Thread.class))));

  @ArchTest
  static final ArchRule only_one_place_takes_the_systems_clock =
      noClasses()
          .that()
          .resideOutsideOfPackage("io.casewire.kit.time")
          .should()
          .callMethod(Clock.class, "systemUTC");

  @ArchTest
  static final ArchRule output_goes_to_the_log = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
