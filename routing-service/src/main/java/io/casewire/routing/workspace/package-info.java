/**
 * The agents' desk as web pages. They read and act through the same code as the interface for
 * programs; nothing about a case is decided here.
 */
@NullMarked
package io.casewire.routing.workspace;

import org.jspecify.annotations.NullMarked;
