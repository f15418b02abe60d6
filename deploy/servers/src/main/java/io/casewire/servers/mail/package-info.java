/** The mail world outside: takes any mail by SMTP, shows it by IMAP, reports what arrived. */
package io.casewire.servers.mail;
