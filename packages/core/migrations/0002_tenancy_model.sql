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
  level text not null check (level in ('광역', '기초')),
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
-- The central bureau learns which release an agency runs (R43): nothing else of the agency's.
create policy owner_overview on public.tenant_release for select to harmony_owner using (true);

create function shared.tenants_with_releases() returns table
  (slug text, name jsonb, kind text, status text, release_hash text, release_key text, release_version text, since timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.slug, t.name, t.kind, t.status, r.hash, r.key, r.version, a.active_from
  from shared.tenant t
  left join lateral (
    select tr.release_hash, tr.active_from from public.tenant_release tr
    where tr.tenant_id = t.id and tr.active_from <= now() order by tr.active_from desc, tr.id desc limit 1) a on true
  left join shared.model_release r on r.hash = a.release_hash
  where exists (
    select from shared.tenant b
    where b.kind = 'bureau' and b.id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
  order by t.kind, t.slug
$$;
revoke all on function shared.tenants_with_releases() from public;
grant execute on function shared.tenants_with_releases() to harmony_app, harmony_worker;

-- Publishing: the hash is over the very bytes stored, so a release cannot be altered unseen. True when it is new.
create function shared.publish_release(new_hash text, new_key text, new_version text, new_content text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new_hash <> encode(sha256(convert_to(new_content, 'UTF8')), 'hex') then
    raise exception 'the hash is not of this content' using errcode = 'check_violation';
  end if;
  insert into shared.model_release (hash, key, version, content)
  values (new_hash, new_key, new_version, new_content) on conflict (hash) do nothing;
  return found;
end $$;
revoke all on function shared.publish_release(text, text, text, text) from public;
grant execute on function shared.publish_release(text, text, text, text) to harmony_worker;

-- Registering an agency again changes nothing.
create function shared.register_tenant(new_id uuid, new_slug text, new_name jsonb, new_kind text, new_code text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into shared.tenant (id, slug, name, kind, code) values (new_id, new_slug, new_name, new_kind, new_code)
  on conflict (slug) do nothing;
  return found;
end $$;
revoke all on function shared.register_tenant(uuid, text, jsonb, text, text) from public;
grant execute on function shared.register_tenant(uuid, text, jsonb, text, text) to harmony_worker;

create function shared.load_local_governments(list jsonb) returns integer
language plpgsql security definer set search_path = pg_catalog as $$
declare
  changed integer;
begin
  insert into shared.local_government (code, name, level, type, parent_code)
  select x.code, x.name, x.level, x.type, x.parent_code
  from jsonb_to_recordset(list) as x(code text, name text, level text, type text, parent_code text)
  order by x.parent_code nulls first
  on conflict (code) do update set name = excluded.name, level = excluded.level, type = excluded.type, parent_code = excluded.parent_code
  where (local_government.name, local_government.level, local_government.type, local_government.parent_code)
    is distinct from (excluded.name, excluded.level, excluded.type, excluded.parent_code);
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function shared.load_local_governments(jsonb) from public;
grant execute on function shared.load_local_governments(jsonb) to harmony_worker;
