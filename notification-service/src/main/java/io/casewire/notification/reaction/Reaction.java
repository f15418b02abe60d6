package io.casewire.notification.reaction;

import io.casewire.events.CaseOpened;
import io.casewire.notification.announcement.Announcement;
import io.casewire.notification.casefile.CaseFile;
import io.casewire.notification.delivery.NewDelivery;
import io.casewire.notification.notice.AcknowledgementCap;
import io.casewire.notification.notice.Notice;
import io.casewire.notification.notice.NoticePolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a batch of facts leads to: case files as they are afterwards, deliveries and announcements.
 * It reads and writes nothing; {@link CaseEvents} keeps what it says.
 */
final class Reaction {

  private final NoticePolicy policy;
  private final NewDeliveries newDeliveries;
  private final AcknowledgementCap cap;
  private final Map<UUID, CaseFile> files = new HashMap<>();
  private final Collection<CaseFile> known;
  private final List<NewDelivery> deliveries = new ArrayList<>();

  Reaction(
      NoticePolicy policy,
      NewDeliveries newDeliveries,
      AcknowledgementCap cap,
      Collection<CaseFile> known) {
    this.policy = policy;
    this.newDeliveries = newDeliveries;
    this.cap = cap;
    this.known = known;
    known.forEach(file -> files.put(file.caseId(), file));
  }

  /**
   * Takes one more fact.
   *
   * @throws IllegalStateException if it is about a case of which nothing is known
   */
  void add(Fact fact) {
    CaseFile file = fileOf(fact);
    List<Notice> notices = policy.decide(file, fact.event(), cap);
    CaseFile after = file.apply(fact.event(), fact.envelope().sequence());
    files.put(file.caseId(), post(fact, notices, after));
  }

  private CaseFile fileOf(Fact fact) {
    if (fact.event() instanceof CaseOpened opened) {
      return CaseFile.open(opened);
    }
    CaseFile file = files.get(fact.caseId());
    if (file == null) {
      throw new IllegalStateException("no file of case %s".formatted(fact.caseId()));
    }
    return file;
  }

  private CaseFile post(Fact fact, List<Notice> notices, CaseFile file) {
    CaseFile current = file;
    for (Notice notice : notices) {
      NewDelivery delivery = newDeliveries.of(fact.envelope(), current, notice);
      deliveries.add(delivery);
      if (notice.isMailToCustomer()) {
        current = current.wroteToCustomer(delivery.place().messageId());
      }
    }
    return current;
  }

  Collection<CaseFile> files() {
    return files.values();
  }

  /** The cases that have come into other hands. */
  List<UUID> handedOver() {
    return known.stream()
        .filter(before -> !before.isInTheSameHandsAs(files.get(before.caseId())))
        .map(CaseFile::caseId)
        .toList();
  }

  List<NewDelivery> deliveries() {
    return deliveries;
  }

  /** What is over with the decision. */
  List<Announcement> announcements() {
    return deliveries.stream().map(NewDelivery::announcement).flatMap(Optional::stream).toList();
  }
}
