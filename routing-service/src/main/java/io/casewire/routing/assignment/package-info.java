/**
 * Who gets which waiting case, and why.
 *
 * <p>{@link io.casewire.routing.assignment.AssignmentPlanner} plans one queue at a time, purely:
 * the same cases and agents give the same decisions, in whatever order they are handed in. {@link
 * io.casewire.routing.assignment.FitRules} lists who may take a case; {@link
 * io.casewire.routing.assignment.Ranking} puts those agents in order. A {@link
 * io.casewire.routing.assignment.Lane} keeps them in that order, so that the cost of a decision
 * does not grow with the number of agents.
 *
 * <p>A case that nobody can take leaves no decision behind, else the table of decisions would grow
 * with every pass. Why it waits is computed when somebody asks, by {@link
 * io.casewire.routing.assignment.AssignmentPlanner#explain the same rules}. A case that every
 * fitting agent has declined goes on waiting until one of them comes back online or a lead assigns
 * it; its clocks see to it that a lead hears of it.
 */
@NullMarked
package io.casewire.routing.assignment;

import org.jspecify.annotations.NullMarked;
