/** The little HTTP that the servers of the local stack need. */
package io.casewire.servers.http;
