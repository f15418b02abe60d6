/** Lists in pages that stay stable while rows are inserted. */
@NullMarked
package io.casewire.kit.paging;

import org.jspecify.annotations.NullMarked;
