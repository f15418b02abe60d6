package io.casewire.notification.reaction;

import io.casewire.notification.letter.LetterConfig;
import io.casewire.notification.notice.AddressRules;
import io.casewire.notification.notice.Languages;
import io.casewire.notification.notice.NoticePolicy;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Gives the domain its configuration. */
@Dependent
class Policies {

  @Produces
  @Singleton
  Languages languages(LetterConfig config) {
    return new Languages(config.languages());
  }

  @Produces
  @Singleton
  NoticePolicy noticePolicy(LetterConfig config, Languages languages) {
    List<String> own =
        Stream.of(
                Stream.of(config.supportAddress()),
                config.bounceAddress().stream(),
                config.otherOwnAddresses().stream().flatMap(List::stream))
            .flatMap(addresses -> addresses)
            .toList();
    return new NoticePolicy(new AddressRules(own), languages);
  }
}
