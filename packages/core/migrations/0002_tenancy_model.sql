-- Agencies and the immutable model releases they run. Shared rows have no tenant: runtime roles may only read them,
-- and write through the SECURITY DEFINER functions below.
create table shared.tenant (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name jsonb not null check (name ? 'ko' and name ? 'en'),
  kind text not null check (kind in ('ministry', 'local-government', 'bureau')),
  code text not null unique,
  status text not null default 'active' check (status in ('active', 'suspended')),
  created_at timestamptz not null default now()
);

create table shared.local_government (
  code text primary key,
  name text not null,
  level text not null,
  type text not null,
  parent_code text references shared.local_government (code)
);

create table shared.model_release (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  key text not null,
  version text not null,
  content text not null,
  published_at timestamptz not null default now(),
  unique (key, version)
);

grant select on shared.tenant, shared.local_government, shared.model_release to harmony_app, harmony_worker, harmony_auditor;

-- Which release an agency runs from when: a pointer with its history; the newest active_from that has come is current.
create table public.tenant_release (
  tenant_id uuid not null,
  id uuid not null,
  release_hash text not null references shared.model_release (hash),
  active_from timestamptz not null,
  decided_by text not null,
  reason text not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index tenant_release_active on public.tenant_release (tenant_id, active_from desc, id desc);
select platform.protect('public.tenant_release', 'append-only');
