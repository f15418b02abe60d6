/**
 * Mail as intake understands it: who wrote, what about, with which files, as part of which
 * conversation. Everything here and below is a pure function of bytes and facts passed in; nothing
 * stores, sends or reads a clock.
 *
 * <p>A mail's way: {@link io.casewire.intake.mail.parse.MailParser} reads the bytes, {@link
 * io.casewire.intake.mail.automatic.LoopGuard} stops loops, {@link
 * io.casewire.intake.mail.bounce.BounceDetector} and {@link
 * io.casewire.intake.mail.automatic.AutomaticMail} tell machines from people, {@link
 * io.casewire.intake.mail.thread.ThreadCandidates} and {@link
 * io.casewire.intake.mail.thread.AppendRule} find its case.
 */
@NullMarked
package io.casewire.intake.mail;

import org.jspecify.annotations.NullMarked;
