-- A mail a lead found worthless: kept, but nothing comes of it.
alter table inbound_message add column discarded_at timestamp(6) with time zone;
alter table inbound_message add column discarded_by varchar(64);
alter table inbound_message add column discard_reason varchar(2000);
