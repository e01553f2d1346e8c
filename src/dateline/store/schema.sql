-- The tables of a project file. Those that hold evidence and decisions are only ever added to.

create table if not exists about (key text primary key, value text) strict;
create table if not exists reports (
  id text primary key, text text not null, title text, published text, published_by text, publisher text, url text,
  origin text, language text, retrieved text, original_sha256 text, media_type text, original blob) strict;
create table if not exists claims (
  id text primary key, report text not null, field text not null, value text not null, original text, passages text not null,
  chain text not null, stance text not null, verification text, basis text, inputs text not null, part_of text, score real,
  origins text not null) strict;
-- A later reading may give an account other claims: then it has a further row, with a version of its own.
create table if not exists accounts (
  number integer primary key, version text unique not null, id text not null, report text not null, anchor text not null,
  type text not null, claims text not null, salience text, stance text, clarity text, relations text not null,
  by text not null) strict;
create table if not exists links (
  run text not null, left text not null, right text not null, judgement text not null, score real, reasons text not null,
  by text not null, primary key (run, left, right, judgement)) strict;
create table if not exists reprints (run text not null, report text not null, original text not null, primary key (run, report)) strict;
create table if not exists merges (run text primary key) strict;
-- `accounts` are the versions that the last reading of the report found, or null for all that are here.
create table if not exists outcomes (
  report text primary key, outcome text not null, unread text not null, people text not null, accounts text) strict;
create table if not exists rejected (origin text, problem text, advice text, primary key (origin, problem)) strict;
-- A chain: `hash` is of the row's words and of `before`, which is the hash of the row before it.
create table if not exists decisions (
  number integer primary key, id text unique not null, act text not null, target text not null, by text not null, at text not null,
  reason text, field text, value text, seen text not null, round text not null, origin text not null, before text not null,
  hash text not null) strict;
create index if not exists claims_of on claims (report);
create index if not exists accounts_of on accounts (report);
