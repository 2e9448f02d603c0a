-- The audit chain (B11): a sealer numbers and chains each agency's records in the order it meets them.

-- Records that are not sealed yet, written with the record itself: found as unsealed, never by time or number.
create table public.audit_waiting (
  tenant_id uuid not null,
  audit_id uuid not null,
  primary key (tenant_id, audit_id)
);
select platform.protect('public.audit_waiting', 'full');
create policy owner_sweep on public.audit_waiting for select to harmony_owner using (true);

create table public.audit_seal (
  tenant_id uuid not null,
  sequence bigint not null check (sequence > 0),
  audit_id uuid not null,
  -- Gone with the purge of the record's details; the commitment stays, so the chain still verifies.
  salt text check (salt ~ '^[0-9a-f]{32}$'),
  commitment text not null check (commitment ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  sealed_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, sequence),
  unique (tenant_id, audit_id),
  foreign key (tenant_id, audit_id) references public.audit_event (tenant_id, id)
);
select platform.protect('public.audit_seal', 'append-only');
-- A request writes its record; only the worker seals.
revoke insert on public.audit_seal from harmony_app;
revoke update, delete on public.audit_waiting from harmony_app;

-- Signed heads, as they left the database.
create table public.audit_checkpoint (
  tenant_id uuid not null,
  sequence bigint not null check (sequence > 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  signed_at timestamptz not null,
  signature text not null,
  primary key (tenant_id, sequence)
);
select platform.protect('public.audit_checkpoint', 'append-only');
revoke insert on public.audit_checkpoint from harmony_app;

insert into public.audit_waiting (tenant_id, audit_id) select tenant_id, id from public.audit_event;

-- Which agencies have records to seal: ids only.
create function platform.tenants_to_seal() returns table (tenant_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select w.tenant_id from public.audit_waiting w group by 1
$$;
revoke all on function platform.tenants_to_seal() from public;
grant execute on function platform.tenants_to_seal() to harmony_worker;
