/** PostgreSQL: its binaries, a data directory, and the databases in it. */
package io.casewire.servers.postgres;
