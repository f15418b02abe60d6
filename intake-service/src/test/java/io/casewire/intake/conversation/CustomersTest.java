package io.casewire.intake.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.casewire.intake.IntakeTables;
import io.casewire.kit.id.Ids;
import io.casewire.kit.mail.EmailAddress;
import io.casewire.kit.transaction.Transactions;
import io.casewire.testkit.StackResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(value = StackResource.class, scope = TestResourceScope.GLOBAL)
class CustomersTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 30;

  @Inject Transactions transactions;
  @Inject Customers customers;
  @Inject IntakeTables tables;

  static Stream<Contact> contacts() {
    String unique = Ids.next().toString();
    return Stream.of(
        Contact.email(EmailAddress.parse(unique + "@customers.example").orElseThrow()),
        Contact.phone("+86 138 1234 5678").orElseThrow(),
        Contact.external("wechat", unique));
  }

  @ParameterizedTest
  @MethodSource("contacts")
  void a_customer_is_found_again_by_any_contact_and_tells_more_about_himself(Contact contact) {
    UUID customer = registered(sender(contact, null));

    assertEquals(customer, registered(sender(contact, "Ann")));
    assertEquals("Ann", tables.text("select name from customer where id = ?1", customer));
    assertEquals(1, tables.count("contact where customer_id = ?1", customer));
  }

  @Test
  void the_same_name_on_two_channels_is_two_customers() {
    String account = Ids.next().toString();

    assertNotEquals(
        registered(sender(Contact.external("wechat", account), null)),
        registered(sender(Contact.external("telegram", account), null)));
  }

  @Test
  void visitors_without_a_contact_are_customers_of_their_own() {
    assertNotEquals(registered(sender(null, "Ann")), registered(sender(null, "Ann")));
  }

  @Test
  void a_new_contact_that_comes_many_times_at_once_is_one_customer() {
    // Given
    Contact contact = Contact.external("wechat", Ids.next().toString());

    // When
    List<CaseEntity> registered =
        Multi.createFrom()
            .range(0, AT_ONCE)
            .onItem()
            .transformToUni(number -> register(sender(contact, "Name " + number)))
            .merge(AT_ONCE)
            .collect()
            .asList()
            .await()
            .atMost(PATIENCE);

    // Then
    HashSet<UUID> ids = new HashSet<>();
    HashSet<String> numbers = new HashSet<>();
    registered.forEach(
        one -> {
          ids.add(one.customerId);
          numbers.add(one.caseNumber);
        });
    assertEquals(1, ids.size());
    assertEquals(AT_ONCE, numbers.size());
    assertEquals(1, tables.count("contact where value = ?1", contact.value()));
  }

  private UUID registered(Sender sender) {
    return register(sender).await().atMost(PATIENCE).customerId;
  }

  private Uni<CaseEntity> register(Sender sender) {
    CaseEntity row = new CaseEntity(Ids.next());
    return transactions
        .write(unitOfWork -> customers.assign(unitOfWork, sender, row))
        .replaceWith(row);
  }

  private static Sender sender(@Nullable Contact contact, @Nullable String name) {
    return new Sender(contact, null, name, null, "en", null);
  }
}
