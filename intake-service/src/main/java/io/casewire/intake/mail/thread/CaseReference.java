package io.casewire.intake.mail.thread;

/** A hint that led to a case. */
public record CaseReference(ThreadCandidate by, CaseFacts facts) {}
