package io.casewire.routing.roster;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.casewire.kit.expiry.Expiring;
import io.casewire.kit.paging.Cursor;
import io.casewire.kit.paging.Page;
import io.casewire.kit.paging.PageRequest;
import io.casewire.kit.transaction.Instants;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.casewire.routing.directory.Presence;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * An agent came online, went away or left: what a decision about him can be explained by.
 *
 * @param by the member of staff who said so
 */
record PresenceChange(
    @JsonIgnore String agentId, Presence from, Presence to, Instant at, String by) {

  private static final String ADD =
      """
      insert into presence_change (agent_id, presence_before, presence, changed_at, changed_by)
      values ($1, $2, $3, $4, $5)
      """;

  private static final String PAGE =
      """
      select agent_id, presence_before, presence, changed_at, changed_by, id from presence_change
      where agent_id = $1 and id < $2 order by id desc limit $3
      """;

  /** Keeps changes for a good year. */
  static class Expiry {

    @Produces
    @Singleton
    Expiring presenceChanges() {
      return new Expiring(
          "presence_change", "id", "changed_at < statement_timestamp() - interval '400 days'");
    }
  }

  /** Keeps a change, if it is one. */
  static Uni<Void> keep(UnitOfWork unitOfWork, PresenceChange change) {
    return change.from == change.to
        ? Uni.createFrom().voidItem()
        : unitOfWork
            .statement(ADD)
            .bind(change.agentId)
            .bind(change.from.name())
            .bind(change.to.name())
            .bind(change.at.atOffset(ZoneOffset.UTC))
            .bind(change.by)
            .update()
            .replaceWithVoid();
  }

  static Uni<Page<PresenceChange>> of(Mutiny.Session session, String agentId, PageRequest page) {
    return PlainStatement.of(session, PAGE)
        .bind(agentId)
        .bind(page.after().map(cursor -> cursor.number(0)).orElse(Long.MAX_VALUE))
        .bind(page.rowsToRead())
        .rows()
        .map(rows -> Page.of(rows, page, last -> Cursor.after(last[5])))
        .map(found -> found.map(PresenceChange::read));
  }

  private static PresenceChange read(Object[] row) {
    return new PresenceChange(
        (String) row[0],
        Presence.valueOf((String) row[1]),
        Presence.valueOf((String) row[2]),
        Instants.of(row[3]),
        (String) row[4]);
  }
}
