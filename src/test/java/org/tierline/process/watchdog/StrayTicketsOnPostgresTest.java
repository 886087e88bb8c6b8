package org.tierline.process.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tierline.platform.TestDatabase;

class StrayTicketsOnPostgresTest extends StrayTicketsContract {

  StrayTicketsOnPostgresTest() {
    super(TestDatabase.anotherPostgres());
  }

  @Test
  void whatWasClosedLongAgoIsNotLookedAt() {
    sql(
        "insert into customer (id, version, email, plan, created_at)"
            + " values ('00000000-0000-0000-0000-000000000001', 0, 'old@customer.example',"
            + " 'STANDARD', current_timestamp) on conflict do nothing");
    sql(
        "insert into ticket (id, version, number, subject, status, priority, category, team,"
            + " customer_id, channel, status_token, created_at, updated_at, customer_messages,"
            + " message_count, history_length)"
            + " select gen_random_uuid(), 0, 1000000 + n, 's', 'CLOSED', 'NORMAL', 'GENERAL',"
            + " 'tier1', '00000000-0000-0000-0000-000000000001', 'EMAIL',"
            + " md5(n::text), current_timestamp, current_timestamp, 1, 1, 1"
            + " from generate_series(1, 10000) n");
    sql("analyze ticket");

    assertThat(plan())
        .anyMatch(line -> line.contains("ticket_status"))
        .noneMatch(line -> line.contains("Seq Scan on ticket "));
  }
}
