package dev.quintet;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/** Who may import whom. Each rule was seen failing on a seeded violation. */
@AnalyzeClasses(packages = "dev.quintet", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    private static final String DOMAIN = "dev.quintet.domain..";
    private static final String WIRE = "dev.quintet.wire..";
    private static final String TOPOLOGY = "dev.quintet.topology..";
    private static final String HTTP = "dev.quintet.http..";
    private static final String OPERATIONS = "dev.quintet.operations..";
    private static final String MAIL = "dev.quintet.mail..";
    private static final String LOCAL = "dev.quintet.local..";
    private static final String VERB = "dev.quintet.verb..";

    private static final Set<String> CLOCKS = Set.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "randomUUID");

    @ArchTest
    static final ArchRule DOMAIN_IS_PLAIN_JAVA = classes()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(DOMAIN, "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule DOMAIN_ASKS_NO_CLOCK_AND_THROWS_NO_DICE = noClasses()
            .that()
            .resideInAPackage(DOMAIN)
            .should()
            .accessTargetWhere(describe(
                    "is a clock or a die",
                    (JavaAccess<?> access) -> CLOCKS.contains(access.getTarget().getName())));

    @ArchTest
    static final ArchRule WIRE_SEES_THE_DOMAIN = noClasses()
            .that()
            .resideInAPackage(WIRE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TOPOLOGY, HTTP, OPERATIONS, MAIL, LOCAL, VERB);

    @ArchTest
    static final ArchRule TOPOLOGY_HTTP_OPERATIONS_AND_MAIL_SEE_WIRE_AND_DOMAIN = noClasses()
            .that()
            .resideInAnyPackage(TOPOLOGY, HTTP, OPERATIONS, MAIL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(LOCAL, VERB);

    @ArchTest
    static final ArchRule TOPOLOGY_HTTP_OPERATIONS_AND_MAIL_SEE_NOT_ONE_ANOTHER = slices().matching(
                    "dev.quintet.(topology|http|operations|mail)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule WORK_BY_THE_CLOCK_IS_DONE_IN_TURNS = noClasses()
            .that()
            .doNotHaveSimpleName("Turns")
            .should()
            .callMethodWhere(describe(
                    "schedules a punctuation",
                    (JavaMethodCall call) -> call.getTarget().getName().equals("schedule")
                            && call.getTargetOwner().isAssignableTo(ProcessorContext.class)));

    @ArchTest
    static final ArchRule AVRO_CLASSES_STAY_IN_WIRE = noClasses()
            .that()
            .resideOutsideOfPackage(WIRE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.quintet.wire.avro..");

    @ArchTest
    static final ArchRule ONLY_LOCAL_KNOWS_THE_BROKER = noClasses()
            .that()
            .resideOutsideOfPackage(LOCAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.quintet.(*)..").should().beFreeOfCycles();
}
