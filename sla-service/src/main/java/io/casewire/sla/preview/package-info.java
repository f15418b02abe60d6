/** What a deadline would be: asked before a calendar is put, or to explain one. */
@NullMarked
package io.casewire.sla.preview;

import org.jspecify.annotations.NullMarked;
