/** Looks into all four databases and the stream for anything lost, doubled or out of order. */
package io.casewire.acceptance.audit;
