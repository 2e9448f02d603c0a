-- The platform: schemas, the tenant wall's helper, outbox, exchange and audit.
create schema platform;
create schema shared;
create schema auth;
revoke all on schema public from public;
grant usage on schema public, shared, platform to harmony_app, harmony_worker, harmony_auditor;

-- Puts a table behind the tenant wall. Mode says what runtime roles may do: append-only, mutable or full.
create function platform.protect(target regclass, mode text default 'mutable') returns void
language plpgsql set search_path = pg_catalog as $$
declare
  rights text := case mode when 'append-only' then 'select, insert'
                           when 'mutable' then 'select, insert, update'
                           when 'full' then 'select, insert, update, delete' end;
begin
  if rights is null then raise exception 'unknown mode %: append-only, mutable or full', mode; end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy tenant_wall on %s using (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)) '
    'with check (tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid))', target);
  execute format('grant %s on %s to harmony_app, harmony_worker', rights, target);
  execute format('grant select on %s to harmony_auditor', target);
end $$;
revoke all on function platform.protect(regclass, text) from public;

create table public.outbox (
  tenant_id uuid not null,
  id uuid not null,
  type text not null,
  payload jsonb not null,
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  state text not null default 'pending' check (state in ('pending', 'done', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  last_error text,
  consumed_at timestamptz,
  primary key (tenant_id, id)
);
create index outbox_pending on public.outbox (tenant_id, id) where state = 'pending';
create index outbox_dead on public.outbox (tenant_id, id) where state = 'dead';
select platform.protect('public.outbox', 'full');
-- The owner cannot sign in; its policy lets the sweep below look over tenants.
create policy owner_sweep on public.outbox for select to harmony_owner using (true);

create table public.consumed_event (
  tenant_id uuid not null,
  consumer text not null,
  event_id uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, consumer, event_id)
);
select platform.protect('public.consumed_event', 'append-only');

create table public.envelope_out (
  tenant_id uuid not null,
  id uuid not null,
  to_tenant_id uuid not null,
  kind text not null,
  payload jsonb not null,
  file_ids uuid[] not null default '{}',
  state text not null default 'pending' check (state in ('pending', 'delivered', 'refused', 'dead')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  last_error text,
  created_at timestamptz not null default clock_timestamp(),
  delivered_at timestamptz,
  primary key (tenant_id, id)
);
create index envelope_out_pending on public.envelope_out (tenant_id, id) where state = 'pending';
select platform.protect('public.envelope_out', 'mutable');
create policy owner_sweep on public.envelope_out for select to harmony_owner using (true);

create table public.envelope_in (
  tenant_id uuid not null,
  id uuid not null,
  from_tenant_id uuid not null,
  kind text not null,
  payload jsonb not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
select platform.protect('public.envelope_in', 'append-only');

-- Which tenants have work for the worker: ids only, so the sweep learns nothing else.
create function platform.tenants_with_work() returns table (tenant_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select o.tenant_id from public.outbox o where o.state = 'pending' and o.next_attempt_at <= clock_timestamp() group by 1
  union
  select e.tenant_id from public.envelope_out e where e.state = 'pending' and e.next_attempt_at <= clock_timestamp() group by 1
$$;
revoke all on function platform.tenants_with_work() from public;
grant execute on function platform.tenants_with_work() to harmony_worker;

create table public.audit_event (
  tenant_id uuid not null,
  id uuid not null,
  action text not null,
  actor_kind text not null check (actor_kind in ('officer', 'citizen', 'guest', 'system')),
  actor_id uuid,
  actor_name text,
  subject_type text not null,
  subject_id text not null,
  before jsonb,
  after jsonb,
  reason text,
  request_id text not null,
  source text,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index audit_event_subject on public.audit_event (tenant_id, subject_type, subject_id, id);
select platform.protect('public.audit_event', 'append-only');
