package io.casewire.intake.email;

import io.casewire.intake.email.PreparedMail.Purpose;
import io.casewire.intake.email.PreparedMail.SignedMail;
import io.casewire.intake.mail.OwnMailboxes;
import io.casewire.intake.mail.ParsedMail;
import io.casewire.intake.mail.bounce.Bounce;
import io.casewire.intake.mail.kind.MailKind;
import io.casewire.intake.mail.parse.MailLimits;
import io.casewire.intake.mail.parse.MailParser;
import io.casewire.intake.mail.parse.ParseResult.Empty;
import io.casewire.intake.mail.parse.ParseResult.Parsed;
import io.casewire.intake.mail.parse.ParseResult.Unparseable;
import io.casewire.intake.mail.parse.UnparseableReason;
import io.casewire.intake.mail.thread.SignedReferences;
import io.casewire.kit.blob.BlobStore;
import io.casewire.kit.loop.EventLoops;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Does with a mail all that needs no transaction. Takes processor time: for worker threads. */
@ApplicationScoped
class MailReading {

  private static final String EMPTY = "empty";

  private final MailLimits limits;
  private final OwnMailboxes own;
  private final SignedReferences signed;
  private final MailSlips slips;
  private final MailMessages messages;
  private final BlobStore blobs;
  private final Clock clock;

  MailReading(
      MailLimits limits,
      OwnMailboxes own,
      SignedReferences signed,
      MailSlips slips,
      MailMessages messages,
      BlobStore blobs,
      Clock clock) {
    this.limits = limits;
    this.own = own;
    this.signed = signed;
    this.slips = slips;
    this.messages = messages;
    this.blobs = blobs;
    this.clock = clock;
  }

  /** Reads a mail and tells what is to be done with it. */
  Uni<PreparedMail> read(ArrivedMail arrived) {
    assert EventLoops.areElsewhere() : "a mail is read on an event loop";
    if (arrived.cutShort()) {
      return hold(arrived, UnparseableReason.TOO_LARGE.code());
    }
    return switch (MailParser.parse(arrived.raw(), limits)) {
      case Parsed(ParsedMail mail) -> prepare(incoming(arrived, mail));
      case Unparseable(UnparseableReason reason) -> hold(arrived, reason.code());
      case Empty() -> hold(arrived, EMPTY);
    };
  }

  /** Reads a mail that a person has let go; of an unreadable one, what can be told. */
  Uni<PreparedMail> readReleased(ArrivedMail arrived) {
    IncomingMail incoming = readable(arrived);
    MailSlip slip = slips.of(incoming);
    return messages
        .of(incoming)
        .map(message -> new PreparedMail(slip, new Purpose.PlaceReleased(message)));
  }

  /** Holds a mail back; of an unreadable one with what can be told. */
  Uni<PreparedMail> hold(ArrivedMail arrived, String reason) {
    IncomingMail incoming = readable(arrived);
    return withRaw(incoming, slips.of(incoming), new Purpose.Hold(reason));
  }

  private IncomingMail readable(ArrivedMail arrived) {
    return !arrived.cutShort()
            && MailParser.parse(arrived.raw(), limits) instanceof Parsed(ParsedMail mail)
        ? incoming(arrived, mail)
        : incoming(arrived, MailParser.salvage(arrived.raw()));
  }

  private Uni<PreparedMail> prepare(IncomingMail incoming) {
    MailSlip slip = slips.of(incoming);
    MailKind kind = MailKind.of(incoming.mail(), incoming.believed(), own, incoming.answersUs());
    return switch (kind) {
      case MailKind.Written() ->
          messages
              .of(incoming)
              .map(Purpose.Place::new)
              .chain(
                  place ->
                      incoming.isWhole()
                          ? Uni.createFrom().item(new PreparedMail(slip, place))
                          : withRaw(incoming, slip, place));
      case MailKind.Automatic(var reason) ->
          messages
              .of(incoming)
              .chain(message -> withRaw(incoming, slip, new Purpose.Attach(message, reason)));
      case MailKind.Report(Bounce bounce) ->
          withRaw(incoming, slip, new Purpose.Note(bounce, ours(bounce), incoming.receivedAt()));
      case MailKind.Stopped(var reason) -> withRaw(incoming, slip, new Purpose.Hold(reason.code()));
    };
  }

  /** A sender that names an id that we never made changes nothing. */
  private @Nullable SignedMail ours(Bounce bounce) {
    return bounce.originals().stream()
        .flatMap(
            id -> signed.messageId().apply(id).map(caseId -> new SignedMail(id, caseId)).stream())
        .findFirst()
        .orElse(null);
  }

  private Uni<PreparedMail> withRaw(IncomingMail incoming, MailSlip slip, Purpose purpose) {
    return blobs
        .put(incoming.arrived().raw())
        .map(digest -> new PreparedMail(slip.withRaw(digest), purpose));
  }

  private IncomingMail incoming(ArrivedMail arrived, ParsedMail mail) {
    return IncomingMail.of(arrived, mail, signed, clock.instant());
  }
}
