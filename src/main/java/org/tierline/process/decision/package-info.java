/**
 * The desk's ports to its decision tables: features ask in their words, a table of {@code
 * processes/} answers.
 *
 * <p>Tables over plain values (plan, priority, category …) are evaluated by the engine, which keeps
 * what they were asked and answered. The table over the customer's text is not: nothing of a
 * customer's words may end up in the engine's history, and the engine's columns would not hold a
 * long mail anyway. It is read from the engine's deployment and evaluated beside it.
 */
@NullMarked
package org.tierline.process.decision;

import org.jspecify.annotations.NullMarked;
