create table survey (
  id uuid primary key,
  version integer not null,
  token varchar(32) not null unique,
  ticket_id uuid not null references ticket (id),
  invited_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null
);
create index survey_ticket on survey (ticket_id);

create table survey_rating (
  survey_id uuid not null references survey (id),
  position integer not null,
  stars integer not null,
  comment varchar(2000) not null,
  solved boolean not null,
  given_at timestamp(6) with time zone not null,
  primary key (survey_id, position)
);
