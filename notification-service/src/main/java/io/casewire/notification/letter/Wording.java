package io.casewire.notification.letter;

/** A notice in words. */
record Wording(String subject, String plain, String html) {}
