/** Clients of the stack's interfaces, as an outsider would write them. */
package io.casewire.acceptance.client;
