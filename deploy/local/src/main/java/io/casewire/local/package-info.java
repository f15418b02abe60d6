/** The launcher: runs the whole of Casewire on one machine, each part as a process of its own. */
package io.casewire.local;
