package io.casewire.notification.letter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** How mails present themselves. */
@ConfigMapping(prefix = "casewire.notification.letter")
public interface LetterConfig {

  /** The mailbox that intake reads: all mails come from it and are answered to it. */
  String supportAddress();

  /** Other addresses of the desk. Nothing is sent to them: it would come back as a case. */
  Optional<List<String>> otherOwnAddresses();

  /**
   * Where bounces of automatic mails go. Without it they have the empty sender of RFC 3834, so that
   * nobody answers or bounces them; some relays refuse that.
   */
  Optional<String> bounceAddress();

  /** How the desk calls itself. */
  @WithDefault("Casewire Support")
  String brand();

  /**
   * What stands behind the at sign of a Message-ID; intake knows its own mails by the signature.
   */
  String messageIdDomain();

  /** The keys of Message-IDs and links, the same as intake's, as {@code KeyRing} reads them. */
  String signingKeys();

  /** The AES-256 key, in base64, under which mails wait in the database. */
  String sealKey();

  /** Languages that there are texts for; the first is for everybody else. */
  @WithDefault("en,zh")
  List<String> languages();

  /** The zone in which times are shown; it is always named beside them. */
  @WithDefault("UTC")
  ZoneId zone();

  /** The customer's case page; the access token is appended to it. */
  URI casePage();

  /** The agent's case view; the case id is appended to it. */
  URI deskPage();
}
