/**
 * What the web pages of all services share: layouts, style, words in every language, the language
 * of the reader, sign-in of staff, and the protections that pages need and interfaces for programs
 * do not.
 */
@NullMarked
package io.casewire.kit.web;

import org.jspecify.annotations.NullMarked;
