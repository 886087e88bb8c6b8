package org.tierline.process.engine;

import org.camunda.bpm.engine.cdi.CdiExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Expressions of the models see the desk's beans, but not the machine below them. */
class GuardedExpressions extends CdiExpressionManager {

  @Override
  protected ELResolver createElResolver() {
    CompositeELResolver resolvers = new CompositeELResolver();
    resolvers.add(new ReflectionGuard());
    resolvers.add(super.createElResolver());
    return resolvers;
  }
}
