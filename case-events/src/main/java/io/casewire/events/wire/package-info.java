/** How values of Java are called outside of Java. Technical code may know it. */
@NullMarked
package io.casewire.events.wire;

import org.jspecify.annotations.NullMarked;
