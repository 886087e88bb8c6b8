/**
 * What a request is about and how urgent it is.
 *
 * <p>Three steps: {@code Wording} hears words and phrases in the customer's text, a decision table
 * turns phrases into signals, and further tables turn signals into category, priority and team.
 * Java knows how to hear; which phrases matter and what follows from them belongs to the analysts
 * ({@code processes/DetectSignals.dmn} and its neighbours). Every decision goes into the ticket's
 * history with the phrase, the row and the version of the table that led to it.
 *
 * <p>Knows {@code ticket}. The tables are behind the port {@code SignalTable}.
 */
@NullMarked
package org.tierline.triage;

import org.jspecify.annotations.NullMarked;
