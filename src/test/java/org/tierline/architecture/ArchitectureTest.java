package org.tierline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.mail.Address;
import jakarta.mail.Part;
import jakarta.mail.Transport;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Who may know whom; each rule was broken once on purpose to see it fail. */
@AnalyzeClasses(packages = "org.tierline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  @ArchTest
  static final ArchRule onlyTheProcessPackageKnowsTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tierline.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..");

  @ArchTest
  static final ArchRule nobodyDependsOnTheProcess =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tierline.process..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tierline.process..");

  @ArchTest
  static final ArchRule nobodyDependsOnThePortal =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tierline.portal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.tierline.portal..");

  /** What can be deleted without anything else noticing. */
  @ArchTest
  static final ArchRule assistNotificationAndReportingAreLeaves =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.tierline.assist..",
                      "org.tierline.notification..",
                      "org.tierline.reporting..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tierline.assist..", "org.tierline.notification..", "org.tierline.reporting..");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("org.tierline.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule delegatesAreNamedAfterTheirTask =
      classes()
          .that()
          .implement(JavaDelegate.class)
          .should()
          .haveSimpleNameEndingWith("Delegate")
          .andShould()
          .resideInAPackage("org.tierline.process..");

  @ArchTest
  static final ArchRule timeComesFromTheInjectedClock =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tierline.platform..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(OffsetDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Clock.class, "systemDefaultZone");

  /** What reaches a header was checked first; Jakarta Mail checks nothing. */
  @ArchTest
  static final ArchRule onlyTheMailGateWritesHeadersAndSendsMail =
      noClasses()
          .that()
          .resideOutsideOfPackage("org.tierline.platform.mail..")
          .should()
          .callMethodWhere(
              describe(
                  "writes into a mail or sends one",
                  call ->
                      call.getTargetOwner().isAssignableTo(Transport.class)
                          || (call.getTargetOwner().isAssignableTo(Part.class)
                              && call.getName().matches("(?:set|add)(?!Flag).*"))))
          .orShould()
          .callConstructorWhere(
              describe(
                  "builds an address to send to",
                  call -> call.getTargetOwner().isAssignableTo(Address.class)));

  @ArchTest static final ArchRule noStandardStreams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule noGenericExceptions = NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
}
