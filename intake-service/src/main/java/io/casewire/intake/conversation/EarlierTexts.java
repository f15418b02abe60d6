package io.casewire.intake.conversation;

import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.PlainStatement;
import io.casewire.kit.transaction.UnitOfWork;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A sender's latest texts that no agent has answered: the newest first, at most 20. */
@ApplicationScoped
public class EarlierTexts {

  private static final String ON_CASE =
      """
      select left(text, 2000) from message
      where case_id = $1 and author = 'customer' and sender_address = $2
        and position > coalesce(
          (select max(position) from message where case_id = $1 and author = 'agent'), 0)
      order by position desc limit 20
      """;

  private static final String OF_OPENED_CASES =
      """
      select left(message.text, 2000)
      from contact
        join customer_case on customer_case.customer_id = contact.customer_id
        join message on message.case_id = customer_case.id and message.position = 1
      where contact.kind = 'email' and contact.value = $1
        and customer_case.opened_at > cast(cast($2 as text) as timestamptz)
        and not exists (
          select 1 from message answer
          where answer.case_id = customer_case.id and answer.author = 'agent')
      order by customer_case.opened_at desc limit 20
      """;

  /** The sender's messages on a case since an agent has answered there. */
  public Uni<List<String>> onCase(UnitOfWork unitOfWork, UUID caseId, EmailAddress sender) {
    return texts(unitOfWork.statement(ON_CASE).bind(caseId).bind(sender.value()));
  }

  /** The first messages of the sender's cases that no agent has answered, opened since then. */
  public Uni<List<String>> ofOpenedCases(
      UnitOfWork unitOfWork, EmailAddress sender, Instant since) {
    return texts(unitOfWork.statement(OF_OPENED_CASES).bind(sender.value()).bind(since.toString()));
  }

  private static Uni<List<String>> texts(PlainStatement statement) {
    return statement.rows().map(rows -> rows.stream().map(row -> (String) row[0]).toList());
  }
}
