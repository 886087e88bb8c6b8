package org.tierline.process.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/** First in line when an expression is evaluated: refuses the ways from a value to the machine. */
class ReflectionGuard extends ELResolver {

  private static final Set<String> DENIED_PROPERTIES = Set.of("getClass", "class");

  private static final List<Class<?>> DENIED_TYPES =
      List.of(
          Class.class,
          ClassLoader.class,
          Process.class,
          ProcessBuilder.class,
          Runtime.class,
          Thread.class,
          ThreadGroup.class,
          Module.class);

  private static final List<String> DENIED_PACKAGES =
      List.of(
          "java.lang.reflect.",
          "java.lang.invoke.",
          "java.io.",
          "java.net.",
          "java.nio.file.",
          "javax.script.",
          "javax.naming.",
          "jdk.",
          "sun.",
          "com.sun.");

  private static void check(@Nullable Object base, @Nullable Object property) {
    if (base == null) {
      return;
    }
    if (DENIED_PROPERTIES.contains(String.valueOf(property)) || isDenied(base.getClass(), base)) {
      throw new ELException("Not allowed in an expression: " + base.getClass().getName());
    }
  }

  private static boolean isDenied(Class<?> type, Object base) {
    return DENIED_TYPES.stream().anyMatch(denied -> denied.isInstance(base))
        || DENIED_PACKAGES.stream().anyMatch(type.getName()::startsWith);
  }

  @Override
  public @Nullable Object getValue(ELContext context, Object base, Object property) {
    check(base, property);
    return null;
  }

  @Override
  public @Nullable Object invoke(
      ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
    check(base, method);
    return null;
  }

  @Override
  public @Nullable Class<?> getType(ELContext context, Object base, Object property) {
    check(base, property);
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    check(base, property);
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    return false;
  }

  @Override
  public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
    return Collections.emptyIterator();
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return Object.class;
  }
}
