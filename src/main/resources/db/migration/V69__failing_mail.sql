-- Since when a mail cannot be fetched or taken in, and before when its mailbox is not asked for it again.
alter table inbound_message add column failing_since timestamp(6) with time zone;
alter table inbound_message add column next_fetch_at timestamp(6) with time zone;
