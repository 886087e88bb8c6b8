-- Whom those who take part in a ticket have drawn in by copying them on a mail.
create table ticket_guest (
  ticket_id uuid not null references ticket (id),
  email varchar(254) not null,
  primary key (ticket_id, email)
);
