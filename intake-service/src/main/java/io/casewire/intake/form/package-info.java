/** What browsers post: fields and files, kept in memory only, because nothing of it is redacted. */
@NullMarked
package io.casewire.intake.form;

import org.jspecify.annotations.NullMarked;
