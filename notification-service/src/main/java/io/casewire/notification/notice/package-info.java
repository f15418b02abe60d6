/** Which facts somebody is told of, whom, in which language, and when rather nobody. */
@NullMarked
package io.casewire.notification.notice;

import org.jspecify.annotations.NullMarked;
