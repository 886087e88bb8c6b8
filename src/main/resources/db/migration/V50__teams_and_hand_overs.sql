-- The teams of the desk. A tier says how deep a team looks; leads decide what teams cannot.
create table team (
  code varchar(32) primary key,
  name varchar(100) not null,
  tier integer not null,
  answers_after_hours integer,
  answers_within_hours integer,
  alerted_on_arrival boolean not null
);
insert into team (code, name, tier, answers_after_hours, answers_within_hours, alerted_on_arrival) values
  ('tier1', 'Tier 1', 1, 4, 24, false),
  ('tier2', 'Tier 2 specialists', 2, 24, 48, false),
  ('accounting', 'Accounting', 2, 24, 48, false),
  ('product', 'Product', 2, 48, 120, false),
  ('engineering', 'Engineering liaison', 3, 24, 72, true),
  ('lead', 'Team leads', 4, null, null, true);
insert into turn (team) values ('lead');

-- Who had a ticket, what they left to the next one, and when a lead has to decide.
alter table ticket add column team_changes integer default 0 not null;
alter table ticket add column hand_aways integer default 0 not null;
update ticket set hand_aways = 1 where given_back_by is not null;
alter table ticket add column seniority varchar(10) default 'ANY' not null;
alter table ticket add column lead_called_at timestamp(6) with time zone;
alter table ticket add column lead_called_why varchar(500);
create index ticket_lead on ticket (lead_called_at);

create table former_owner (
  ticket_id uuid not null references ticket (id),
  login varchar(64) not null,
  primary key (ticket_id, login)
);
insert into former_owner (ticket_id, login)
  select id, given_back_by from ticket where given_back_by is not null;
alter table ticket drop column given_back_by;

create table former_team (
  ticket_id uuid not null references ticket (id),
  team varchar(32) not null,
  primary key (ticket_id, team)
);

create table hand_over (
  id uuid primary key,
  ticket_id uuid not null references ticket (id),
  sequence integer not null,
  from_team varchar(32) not null,
  to_team varchar(32),
  agent varchar(64) not null,
  agent_name varchar(254) not null,
  written_at timestamp(6) with time zone not null,
  tried text not null,
  reproduced text not null,
  missing text not null,
  unique (ticket_id, sequence)
);
