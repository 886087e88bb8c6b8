package org.tierline.portal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Who may use which address. The addresses come from the code, the permissions from {@code
 * authorization-matrix.txt}, which a person reads: an endpoint without a row fails the build, and
 * so does a row that says something else than the code.
 */
class AuthorizationMatrixTest {

  @Test
  void everyAddressLetsInExactlyWhomTheMatrixNames() throws IOException {
    assertThat(rules()).containsExactlyEntriesOf(matrix());
  }

  @Test
  void whatDeclaresNothingLetsInNobody() {
    var api = new ApiInMemory(new Undeclared());

    assertThat(api.get("/undeclared").getStatus()).isEqualTo(401);
    assertThat(api.as(Caller.LENA).get("/undeclared").getStatus()).isEqualTo(403);
  }

  @Test
  void aRoleIsDemandedByItsName() {
    var api = new ApiInMemory(new ForLeads());

    assertThat(api.get("/for-leads").getStatus()).isEqualTo(401);
    assertThat(api.as(Caller.ANA).get("/for-leads").getStatus()).isEqualTo(403);
    assertThat(api.as(Caller.LENA).get("/for-leads").getStatus()).isEqualTo(200);
  }

  /** Somebody forgot to say who may come. */
  @Path("/undeclared")
  public static class Undeclared {
    @GET
    public String secret() {
      return "secret";
    }
  }

  /** For leads only. */
  @Path("/for-leads")
  @jakarta.annotation.security.RolesAllowed("lead")
  public static class ForLeads {
    @GET
    public String secret() {
      return "secret";
    }
  }

  private static Map<String, String> rules() {
    Map<String, String> rules = new TreeMap<>();
    new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tierline")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .map(JavaClass::reflect)
            .forEach(
                resource ->
                    Arrays.stream(resource.getMethods())
                        .forEach(method -> verb(method, rules, resource)));
    return rules;
  }

  private static void verb(Method method, Map<String, String> rules, Class<?> resource) {
    for (Annotation annotation : method.getAnnotations()) {
      HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
      if (verb != null) {
        rules.put(verb.value() + " " + path(resource, method), rule(resource, method));
      }
    }
  }

  private static String path(Class<?> resource, Method method) {
    Path own = method.getAnnotation(Path.class);
    String path =
        "/" + resource.getAnnotation(Path.class).value() + (own == null ? "" : "/" + own.value());
    String plain = path.replaceAll("\\{(\\w+):(?:[^{}]|\\{[^{}]*})*}", "{$1}");
    return plain.replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
  }

  private static String rule(Class<?> resource, Method method) {
    AccessRules.Rule rule = AccessRules.Rule.of(resource, method);
    if (rule.everybody()) {
      return "everybody";
    }
    return rule.roles().isEmpty()
        ? "nobody"
        : new TreeSet<>(rule.roles()).stream().collect(joining(" "));
  }

  private static Map<String, String> matrix() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    try (InputStream in =
        AuthorizationMatrixTest.class.getResourceAsStream("/authorization-matrix.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\\s*\\|\\s*", 2))
          .forEach(row -> rows.put(row[0].strip().replaceAll(" +", " "), row[1].strip()));
    }
    return rows;
  }
}
