-- What was promised, word for word; due dates are reckoned from it and the history.
create table sla_promise (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  promised_at timestamp(6) with time zone not null,
  rule varchar(200) not null,
  calendar varchar(64) not null,
  business_time boolean not null,
  first_response_seconds bigint,
  next_response_seconds bigint,
  resolution_seconds bigint,
  customer_update_seconds bigint,
  warn_before_seconds bigint not null,
  ladder varchar(64) not null,
  pauses_with_engineering boolean not null
);
create index sla_promise_ticket on sla_promise (ticket_id);

-- Which steps of a ladder were taken. A promise made later may bring the same step again.
create table ladder_step_taken (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  target varchar(20) not null,
  since timestamp(6) with time zone not null,
  step varchar(40) not null,
  due_at timestamp(6) with time zone not null,
  taken_at timestamp(6) with time zone not null,
  unique (ticket_id, target, since, step, due_at)
);

-- Who spoke last, and a copy of the due dates for lists and queries.
alter table ticket add column last_word_at timestamp(6) with time zone;
alter table ticket add column unanswered_since timestamp(6) with time zone;
alter table ticket add column next_response_due_at timestamp(6) with time zone;
alter table ticket add column customer_update_due_at timestamp(6) with time zone;
alter table ticket add column ladder_step_due_at timestamp(6) with time zone;
alter table ticket drop column waiting_since;

update ticket set last_word_at = first_responded_at;
update ticket set unanswered_since = created_at where first_responded_at is null;

-- the watch goes through the open tickets by number
create index ticket_open on ticket (status, number);
