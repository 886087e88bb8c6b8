create table receipt (
  idempotency_key varchar(200) primary key,
  fingerprint char(64) not null,
  ticket_number bigint not null,
  created_at timestamp(6) with time zone not null
);
