/** Plays cases through their whole life on a running stack and tells what happens. */
@NullMarked
package io.casewire.acceptance.demo;

import org.jspecify.annotations.NullMarked;
