create table article (
  id uuid primary key,
  version integer not null,
  slug varchar(100) not null unique,
  title varchar(200) not null,
  summary varchar(500) not null,
  body text not null,
  keywords varchar(1000) not null,
  category varchar(40) not null,
  language varchar(35) not null,
  published boolean not null,
  review_on date not null,
  updated_at timestamp(6) with time zone not null
);
