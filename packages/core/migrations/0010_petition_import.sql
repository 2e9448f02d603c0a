-- Which case of which log became which petition: a case is imported once, also after a kill in the middle.
create table public.petition_import (
  tenant_id uuid not null,
  source text not null check (char_length(source) between 2 and 60),
  external_id text not null check (char_length(external_id) between 1 and 150),
  petition_id uuid not null,
  -- Of the case as read: a log that tells another story later is refused, not merged.
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  line integer not null,
  imported_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, source, external_id),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id)
);
create index petition_import_petition on public.petition_import (tenant_id, petition_id);
select platform.protect('public.petition_import', 'append-only');
