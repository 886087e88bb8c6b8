-- What was agreed with a company, for everybody who writes from its mail domain.
create table company_contract (
  domain varchar(253) primary key,
  version integer not null,
  plan varchar(20) not null,
  vip boolean not null,
  organisation varchar(200)
);
