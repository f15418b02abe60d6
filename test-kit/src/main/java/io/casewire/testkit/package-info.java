/** What every module's tests share: real servers, tokens, and time that a test sets. */
package io.casewire.testkit;
