-- Evidence and what is made of it: exact sums, scores with their history, and what an agency has published.

create table public.period (
  tenant_id uuid not null,
  id uuid not null,
  key text not null check (key ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  -- The release the month was opened with: it scores under that one to the end.
  release_hash text not null references shared.model_release (hash),
  state text not null default 'open' check (state in ('open', 'closed')),
  opened_at timestamptz not null default clock_timestamp(),
  closed_at timestamptz,
  closed_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  check ((state = 'closed') = (closed_at is not null))
);
select platform.protect('public.period', 'mutable');

-- Of the rows of one subject and source the highest revision counts; a retraction has value 0 and count 0.
create table public.evidence (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid,
  source text not null check (source in ('satisfaction', 'processing-compliance', 'processing-days')),
  subject_type text not null check (subject_type in ('petition')),
  subject_id uuid not null,
  revision integer not null check (revision > 0),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  period_id uuid not null,
  unit_id uuid not null,
  -- The unit, then the units above it when the act was done, up to the agency.
  unit_path uuid[] not null check (unit_path[1] = unit_id),
  person_id uuid,
  service_key text not null check (char_length(service_key) between 1 and 100),
  value bigint not null check (value >= 0),
  count integer not null check (count in (0, 1) and (count = 1 or value = 0)),
  note text check (char_length(note) <= 1000),
  primary key (tenant_id, id),
  unique (tenant_id, subject_id, source, revision),
  foreign key (tenant_id, period_id) references public.period (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id)
);
create index evidence_by_period on public.evidence (tenant_id, period_id, source, occurred_at desc, id desc);
select platform.protect('public.evidence', 'append-only');

-- Exact sums: what a unit holds of one source and service in a month, by the unit directly below it came through.
create table public.aggregate (
  tenant_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  via_unit_id uuid not null,
  source text not null,
  service_key text not null,
  sum bigint not null,
  count bigint not null,
  first_evidence uuid not null,
  last_evidence uuid not null,
  primary key (tenant_id, period_id, unit_id, via_unit_id, source, service_key),
  foreign key (tenant_id, period_id) references public.period (tenant_id, id)
);
select platform.protect('public.aggregate', 'full');

create table public.score (
  tenant_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  release_hash text not null,
  score numeric(9, 6) check (score between 0 and 100),
  -- Every node of the map by key, decimals as text of six places.
  document jsonb not null,
  first_evidence uuid not null,
  last_evidence uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, period_id, unit_id),
  foreign key (tenant_id, period_id) references public.period (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);
select platform.protect('public.score', 'mutable');

-- How a score stood at the end of each day on which it changed (Asia/Seoul); the row of today still moves.
create table public.score_history (
  tenant_id uuid not null,
  period_id uuid not null,
  unit_id uuid not null,
  recorded_on date not null,
  release_hash text not null,
  score numeric(9, 6),
  document jsonb not null,
  first_evidence uuid not null,
  last_evidence uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, period_id, unit_id, recorded_on),
  foreign key (tenant_id, period_id) references public.period (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);
select platform.protect('public.score_history', 'mutable');

-- What the agency lets others read: its own scores of a closed month, small cells already suppressed.
create table public.published_score (
  tenant_id uuid not null,
  id uuid not null,
  period_key text not null,
  release_hash text not null,
  release_version text not null,
  document jsonb not null,
  published_by uuid,
  published_at timestamptz not null default clock_timestamp(),
  reason text not null check (char_length(reason) between 1 and 1000),
  primary key (tenant_id, id)
);
create index published_score_period on public.published_score (tenant_id, period_key, id desc);
select platform.protect('public.published_score', 'append-only');

create table public.published_audience (
  tenant_id uuid not null,
  published_id uuid not null,
  reader_tenant_id uuid not null references shared.tenant (id),
  primary key (tenant_id, published_id, reader_tenant_id),
  foreign key (tenant_id, published_id) references public.published_score (tenant_id, id)
);
select platform.protect('public.published_audience', 'append-only');

-- Who of another agency has read it, kept with the publisher.
create table public.published_read (
  tenant_id uuid not null,
  id uuid not null,
  published_id uuid not null,
  reader_tenant_id uuid not null,
  reader_person_id uuid,
  read_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, published_id) references public.published_score (tenant_id, id)
);
select platform.protect('public.published_read', 'append-only');

create policy owner_publishes on public.published_score for select to harmony_owner using (true);
create policy owner_publishes on public.published_audience for select to harmony_owner using (true);
create policy owner_publishes on public.published_read for insert to harmony_owner with check (true);

-- The newest publication of each agency and month that names the asking agency as a reader; every read is recorded
-- with the publisher in the same transaction. The asker is the transaction's tenant, never an argument.
create function platform.read_published_scores(p_period text, p_person uuid)
returns table (publisher_id uuid, slug text, name jsonb, kind text, id uuid, period_key text, release_hash text,
  release_version text, document jsonb, published_at timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  asker uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  return query
  with visible as (
    select distinct on (p.tenant_id, p.period_key) p.*
    from public.published_score p
    join public.published_audience a on a.tenant_id = p.tenant_id and a.published_id = p.id
    where a.reader_tenant_id = asker and (p_period is null or p.period_key = p_period)
    order by p.tenant_id, p.period_key, p.id desc
  ), noted as (
    insert into public.published_read (tenant_id, id, published_id, reader_tenant_id, reader_person_id)
    select v.tenant_id, uuidv7(), v.id, asker, p_person from visible v where v.tenant_id <> asker
  )
  select v.tenant_id, t.slug, t.name, t.kind, v.id, v.period_key, v.release_hash, v.release_version, v.document, v.published_at
  from visible v join shared.tenant t on t.id = v.tenant_id
  order by v.period_key desc, t.slug;
end $$;
revoke all on function platform.read_published_scores(text, uuid) from public;
grant execute on function platform.read_published_scores(text, uuid) to harmony_app;
