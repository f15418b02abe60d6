/**
 * Forms that browsers post: fields and files, kept in memory only, because they are not redacted.
 */
@NullMarked
package io.casewire.intake.form;

import org.jspecify.annotations.NullMarked;
