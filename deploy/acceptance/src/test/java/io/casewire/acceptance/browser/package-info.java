/** The journeys as people see them, in a real browser, in every language of the pages. */
@NullMarked
package io.casewire.acceptance.browser;

import org.jspecify.annotations.NullMarked;
