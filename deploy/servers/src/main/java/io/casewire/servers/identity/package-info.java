/** An OpenID Connect provider for one machine: anybody is who he says he is. */
package io.casewire.servers.identity;
