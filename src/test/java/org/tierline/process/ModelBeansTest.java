package org.tierline.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ejb.Stateless;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.Test;

/** A model that names a bean nobody has would fail only when a ticket gets there. */
class ModelBeansTest {

  private static final Pattern DELEGATE =
      Pattern.compile("camunda:delegateExpression=\"\\$\\{(\\w+)}\"");

  private final Map<String, JavaClass> named =
      new ClassFileImporter()
          .importPackages("org.tierline.process").stream()
              .filter(type -> type.isAnnotatedWith(Named.class))
              .collect(
                  Collectors.toMap(
                      type -> type.getAnnotationOfType(Named.class).value(), Function.identity()));

  @Test
  void everyBeanTheModelsNameIsAServiceTaskAndEveryServiceTaskIsNamed() throws IOException {
    var inModels = new TreeSet<String>();
    try (Stream<Path> files = Files.list(Path.of("processes"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        DELEGATE
            .matcher(Files.readString(file))
            .results()
            .forEach(match -> inModels.add(match.group(1)));
      }
    }

    assertThat(inModels)
        .allSatisfy(
            bean -> {
              assertThat(named).containsKey(bean);
              assertThat(named.get(bean).isAssignableTo(JavaDelegate.class)).isTrue();
              assertThat(named.get(bean).isAnnotatedWith(Stateless.class)).isTrue();
            });
    assertThat(named.keySet()).filteredOn(bean -> isDelegate(bean)).hasSameElementsAs(inModels);
  }

  @Test
  void theListenerOfEveryUserTaskExists() {
    assertThat(named.get("taskWatch").isAssignableTo(TaskListener.class)).isTrue();
  }

  private boolean isDelegate(String bean) {
    return named.get(bean).isAssignableTo(JavaDelegate.class);
  }
}
