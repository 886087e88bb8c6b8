create table turn (
  team varchar(32) primary key,
  served_last varchar(64)
);
insert into turn (team) values ('tier1'), ('tier2'), ('accounting'), ('engineering'), ('product');
