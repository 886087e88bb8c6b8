package org.tierline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
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
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** Who may know whom; each rule was broken once on purpose to see it fail. */
@AnalyzeClasses(packages = "org.tierline", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          entry("platform", Set.of()),
          entry("customer", Set.of()),
          entry("agent", Set.of()),
          entry("ticket", Set.of("customer", "agent")),
          entry("intake", Set.of("ticket", "customer", "agent")),
          entry("triage", Set.of("ticket", "customer", "agent")),
          entry("assignment", Set.of("ticket", "agent")),
          entry("sla", Set.of("ticket", "customer")),
          entry("escalation", Set.of("ticket", "sla", "agent")),
          entry("knowledge", Set.of("ticket")),
          entry("bugtracking", Set.of("ticket", "agent")),
          entry("survey", Set.of("ticket", "customer")));

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

  /** What can be deleted, together with its own screens, without anything else noticing. */
  @ArchTest
  static final ArchRule assistNotificationAndReportingAreLeaves =
      noClasses()
          .that(
              not(
                  resideInAnyPackage(
                      "org.tierline.assist..",
                      "org.tierline.notification..",
                      "org.tierline.reporting..",
                      "org.tierline.portal.assist..",
                      "org.tierline.portal.notification..",
                      "org.tierline.portal.reporting..")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.tierline.assist..", "org.tierline.notification..", "org.tierline.reporting..");

  @ArchTest
  static final ArchRule featuresAreFreeOfCycles =
      slices().matching("org.tierline.(*)..").should().beFreeOfCycles();

  /** Calls go down only; what has to go up goes as an event. */
  @ArchTest
  static void featuresKnowOnlyWhatTheyMay(JavaClasses classes) {
    MAY_KNOW.forEach(
        (feature, known) ->
            noClasses()
                .that()
                .resideInAPackage("org.tierline." + feature + "..")
                .should()
                .dependOnClassesThat(
                    resideInAPackage("org.tierline..")
                        .and(not(resideInAnyPackage(packages(feature, known)))))
                .check(classes));
  }

  private static String[] packages(String feature, Set<String> known) {
    return Stream.concat(Stream.of(feature, "platform"), known.stream())
        .map(name -> "org.tierline." + name + "..")
        .toArray(String[]::new);
  }

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
