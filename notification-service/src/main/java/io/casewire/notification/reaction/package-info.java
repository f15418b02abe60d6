/** Reacts to the facts of cases: keeps the case files and decides who is told what. */
@NullMarked
package io.casewire.notification.reaction;

import org.jspecify.annotations.NullMarked;
