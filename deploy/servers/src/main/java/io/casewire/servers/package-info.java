/**
 * The servers that Casewire needs around it, small enough to start inside a test and complete
 * enough to be the local stack: a real broker, a real database, a mail server, a token issuer.
 */
package io.casewire.servers;
