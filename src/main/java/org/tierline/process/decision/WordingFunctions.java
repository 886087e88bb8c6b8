package org.tierline.process.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.camunda.bpm.dmn.feel.impl.scala.function.CustomFunction;
import org.camunda.bpm.dmn.feel.impl.scala.function.FeelCustomFunctionProvider;
import org.tierline.triage.Wording;

/**
 * What a cell of a decision table may ask about a text: {@code mentions(text, "login")}, {@code
 * reports(text, "system down")}, {@code says(text, "how do I")}.
 */
@ApplicationScoped
public class WordingFunctions implements FeelCustomFunctionProvider {

  static final Map<String, Wording.Way> WAYS =
      Map.of(
          "mentions", Wording.Way.MENTIONS,
          "reports", Wording.Way.REPORTS,
          "says", Wording.Way.SAYS);

  /** Every cell of a table asks about the same text; it is forgotten as soon as nobody does. */
  private final Map<String, Wording> heard = Collections.synchronizedMap(new WeakHashMap<>());

  @Override
  public Optional<CustomFunction> resolveFunction(String functionName) {
    return Optional.ofNullable(WAYS.get(functionName))
        .map(
            way ->
                CustomFunction.create()
                    .setParams("text", "phrase")
                    .setFunction(
                        arguments ->
                            wording((String) arguments.get(0))
                                .hear(way, (String) arguments.get(1))
                                .isPresent())
                    .build());
  }

  @Override
  public Collection<String> getFunctionNames() {
    return List.copyOf(WAYS.keySet());
  }

  Wording wording(String text) {
    return heard.computeIfAbsent(text, Wording::of);
  }
}
