-- Identity. Two parts: `auth` is before any tenant (accounts, sessions, memberships) and is reached only
-- through the SECURITY DEFINER functions of 0003; the organisation over time is ordinary tenant data.

create schema if not exists auth;
revoke all on schema auth from public;
grant usage on schema auth to harmony_app, harmony_worker;

create table auth.account (
  id uuid primary key,
  kind text not null check (kind in ('officer', 'citizen')),
  email text not null unique check (email = lower(email) and length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 100),
  phone text check (length(phone) between 3 and 40),
  password_hash text not null check (password_hash like '$argon2id$%'),
  status text not null default 'active' check (status in ('active', 'closed')),
  demo boolean not null default false,
  email_verified_at timestamptz,
  password_changed_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);

create table auth.membership (
  account_id uuid not null references auth.account (id),
  tenant_id uuid not null references shared.tenant (id),
  kind text not null check (kind in ('officer', 'citizen')),
  person_id uuid,
  customer_id uuid,
  created_at timestamptz not null default now(),
  primary key (account_id, tenant_id),
  unique (tenant_id, person_id),
  unique (tenant_id, customer_id),
  check ((kind = 'officer') = (person_id is not null)),
  check ((kind = 'citizen') = (customer_id is not null))
);

-- id is the SHA-256 of the token; the token itself is nowhere. handle names a session to its own user.
create table auth.session (
  id text primary key check (id ~ '^[0-9a-f]{64}$'),
  handle uuid not null unique,
  account_id uuid not null references auth.account (id),
  tenant_hint uuid references shared.tenant (id),
  created_from text,
  user_agent text,
  created_at timestamptz not null default now(),
  last_seen timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_account on auth.session (account_id);
create index session_expiry on auth.session (expires_at);

-- A registration waits here until its code comes back: no account exists before, so nobody can
-- plant a password under a stranger's address.
create table auth.email_token (
  id uuid primary key,
  purpose text not null check (purpose in ('register')),
  tenant_id uuid not null references shared.tenant (id),
  email text not null check (email = lower(email)),
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  phone text,
  password_hash text not null,
  tries integer not null default 0,
  expires_at timestamptz not null,
  created_at timestamptz not null default now()
);
create index email_token_expiry on auth.email_token (expires_at);

-- Buckets are hashes of an e-mail or an address, known or unknown alike: the answer never tells which.
create table auth.sign_in_attempt (
  bucket text primary key,
  window_start timestamptz not null,
  tries integer not null,
  failures integer not null default 0,
  locked_until timestamptz
);

create table public.unit (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 64),
  kind text not null check (kind in ('agency', 'bureau', 'team')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
create unique index unit_one_agency on public.unit (tenant_id) where kind = 'agency';

create table public.unit_version (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  name jsonb not null check (jsonb_typeof(name -> 'ko') = 'string' and jsonb_typeof(name -> 'en') = 'string'),
  parent_id uuid,
  sort integer not null default 0,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, valid_from),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, parent_id) references public.unit (tenant_id, id),
  check (parent_id <> unit_id)
);
create unique index unit_version_open on public.unit_version (tenant_id, unit_id) where valid_to is null;
create index unit_version_parent on public.unit_version (tenant_id, parent_id);

create table public.person (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (length(code) between 1 and 64),
  name text not null check (length(name) between 1 and 100),
  email text check (email = lower(email) and length(email) between 3 and 254),
  phone text check (length(phone) between 3 and 40),
  grade text check (length(grade) between 1 and 40),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);

create table public.post (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  title jsonb not null check (jsonb_typeof(title -> 'ko') = 'string' and jsonb_typeof(title -> 'en') = 'string'),
  is_head boolean not null,
  concurrent boolean not null,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, person_id, unit_id, valid_from),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);
create unique index post_open on public.post (tenant_id, person_id, unit_id) where valid_to is null;
create unique index post_one_head on public.post (tenant_id, unit_id) where is_head and valid_to is null;
create unique index post_one_main on public.post (tenant_id, person_id) where not concurrent and valid_to is null;
create index post_unit on public.post (tenant_id, unit_id);

create table public.role_grant (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null check (role in (
    'minister', 'vice-minister', 'bureau-head', 'team-head', 'team-member', 'reviewer', 'petition-handler',
    'performance-manager', 'tenant-admin', 'auditor', 'bureau-admin', 'evaluator', 'committee-member',
    'consultant', 'judge')),
  unit_id uuid,
  valid_from timestamptz not null,
  valid_to timestamptz check (valid_to > valid_from),
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);
create unique index role_grant_open on public.role_grant (tenant_id, person_id, role, unit_id)
  nulls not distinct where valid_to is null;

select platform.protect('public.unit');
select platform.protect('public.unit_version');
select platform.protect('public.person');
select platform.protect('public.post');
select platform.protect('public.role_grant');

-- Sign-in -----------------------------------------------------------------------------------------------------

-- One more try in a bucket; returns the seconds to wait, 0 when the try is free.
create function auth.count_try(p_bucket text, p_limit integer, p_window interval) returns integer
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  insert into auth.sign_in_attempt as b (bucket, window_start, tries)
  values (p_bucket, clock_timestamp(), 1)
  on conflict (bucket) do update set
    tries = case when b.window_start + p_window <= clock_timestamp() then 1 else b.tries + 1 end,
    window_start = case when b.window_start + p_window <= clock_timestamp() then clock_timestamp() else b.window_start end
  returning case when tries > p_limit
    then greatest(1, ceil(extract(epoch from window_start + p_window - clock_timestamp()))::integer) else 0 end
$$;

-- Counts the try for the e-mail and the address, then hands out what the password is checked against.
create function auth.begin_sign_in(
  p_email text, p_email_bucket text, p_address_bucket text, p_email_limit integer, p_address_limit integer,
  p_window interval
) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  wait integer;
  lock_until timestamptz;
  a auth.account;
begin
  -- the address first, then the e-mail: one order for every caller, so that no two wait for each other
  wait := case when p_address_bucket is null then 0 else auth.count_try(p_address_bucket, p_address_limit, p_window) end;
  if wait = 0 then wait := auth.count_try(p_email_bucket, p_email_limit, p_window); end if;
  select locked_until into lock_until from auth.sign_in_attempt where bucket = p_email_bucket;
  if lock_until > clock_timestamp() then
    return jsonb_build_object('wait', greatest(1, ceil(extract(epoch from lock_until - clock_timestamp()))::integer), 'locked', true);
  end if;
  if wait > 0 then return jsonb_build_object('wait', wait, 'locked', false); end if;
  select * into a from auth.account where email = p_email and status = 'active';
  if not found then return jsonb_build_object('wait', 0, 'locked', false); end if;
  return jsonb_build_object('wait', 0, 'locked', false, 'account', jsonb_build_object(
    'id', a.id, 'kind', a.kind, 'demo', a.demo, 'passwordHash', a.password_hash));
end $$;

-- Counts a failure; locks the e-mail's bucket at the limit. True when this failure locked it.
create function auth.sign_in_failed(p_email_bucket text, p_limit integer, p_lock interval) returns boolean
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.sign_in_attempt set
    locked_until = case when failures + 1 >= p_limit then clock_timestamp() + p_lock else null end,
    failures = case when failures + 1 >= p_limit then 0 else failures + 1 end
  where bucket = p_email_bucket
  returning locked_until is not null
$$;

-- A good sign-in clears its e-mail's count and gives its try back to the address.
create function auth.sign_in_succeeded(p_email_bucket text, p_address_bucket text) returns void
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.sign_in_attempt set tries = greatest(0, tries - 1) where bucket = p_address_bucket;
  delete from auth.sign_in_attempt where bucket = p_email_bucket;
$$;

-- Sessions ----------------------------------------------------------------------------------------------------

create function auth.open_session(
  p_id text, p_handle uuid, p_account uuid, p_tenant uuid, p_source text, p_agent text, p_expires timestamptz
) returns void
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  insert into auth.session (id, handle, account_id, tenant_hint, created_from, user_agent, expires_at)
  values (p_id, p_handle, p_account, p_tenant, left(p_source, 64), left(p_agent, 256), p_expires)
$$;

-- Everything a request needs to know about its session, in one round trip: the session, the account, its
-- agencies, and in the tenant asked for the person's posts and grants of this instant. A citizen meeting
-- an agency for the first time gets a customer id there. The tenant setting is put back before returning.
create function auth.session_facts(p_id text, p_tenant uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  s auth.session;
  a auth.account;
  m auth.membership;
  before text := coalesce(current_setting('app.tenant_id', true), '');
  person jsonb;
begin
  select * into s from auth.session where id = p_id and expires_at > clock_timestamp();
  if not found then return null; end if;
  select * into a from auth.account where id = s.account_id and status = 'active';
  if not found then return null; end if;
  if s.last_seen < clock_timestamp() - interval '5 minutes' then
    update auth.session set last_seen = clock_timestamp() where id = p_id;
  end if;
  select * into m from auth.membership where account_id = a.id and tenant_id = p_tenant;
  if not found and a.kind = 'citizen' and exists (select from shared.tenant where id = p_tenant and status = 'active') then
    insert into auth.membership (account_id, tenant_id, kind, customer_id) values (a.id, p_tenant, 'citizen', uuidv7())
    on conflict (account_id, tenant_id) do nothing;
    select * into m from auth.membership where account_id = a.id and tenant_id = p_tenant;
  end if;
  if m.kind = 'officer' then
    perform set_config('app.tenant_id', p_tenant::text, true);
    select jsonb_build_object(
      'name', p.name,
      'posts', coalesce((
        select jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'unitKind', u.kind, 'isHead', o.is_head) order by o.concurrent, o.id)
        from public.post o join public.unit u on u.tenant_id = o.tenant_id and u.id = o.unit_id
        where o.tenant_id = p_tenant and o.person_id = p.id
          and o.valid_from <= now() and (o.valid_to is null or o.valid_to > now())), '[]'),
      'grants', coalesce((
        select jsonb_agg(jsonb_build_object('role', g.role, 'unitId', g.unit_id) order by g.id)
        from public.role_grant g
        where g.tenant_id = p_tenant and g.person_id = p.id
          and g.valid_from <= now() and (g.valid_to is null or g.valid_to > now())), '[]'))
    into person
    from public.person p where p.tenant_id = p_tenant and p.id = m.person_id;
    perform set_config('app.tenant_id', before, true);
  end if;
  return jsonb_build_object(
    'handle', s.handle, 'expiresAt', s.expires_at, 'createdAt', s.created_at,
    'account', jsonb_build_object('id', a.id, 'kind', a.kind, 'name', a.name, 'email', a.email, 'demo', a.demo),
    'membership', case when m.account_id is null then null else
      jsonb_build_object('kind', m.kind, 'personId', m.person_id, 'customerId', m.customer_id) end,
    'person', person,
    'agencies', (
      select coalesce(jsonb_agg(jsonb_build_object('tenantId', t.id, 'slug', t.slug, 'name', t.name, 'kind', x.kind) order by t.slug), '[]')
      from auth.membership x join shared.tenant t on t.id = x.tenant_id where x.account_id = a.id));
end $$;

create function auth.extend_session(p_id text, p_expires timestamptz) returns void
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.session set expires_at = p_expires where id = p_id
$$;

create function auth.close_session(p_id text) returns void
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  delete from auth.session where id = p_id
$$;

create function auth.close_session_by_handle(p_account uuid, p_handle uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  with gone as (delete from auth.session where account_id = p_account and handle = p_handle returning 1)
  select exists (select from gone)
$$;

create function auth.close_sessions(p_account uuid) returns integer
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  with gone as (delete from auth.session where account_id = p_account returning 1)
  select count(*)::integer from gone
$$;

-- For a change of rights: ends the sessions of whoever signs in as these people of this tenant.
create function auth.close_sessions_of_people(p_tenant uuid, p_people uuid[]) returns setof uuid
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  with gone as (
    delete from auth.session s using auth.membership m
    where m.tenant_id = p_tenant and m.person_id = any (p_people) and s.account_id = m.account_id
    returning s.account_id)
  select distinct account_id from gone
$$;

create function auth.list_sessions(p_account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, auth, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object(
    'handle', handle, 'createdAt', created_at, 'lastSeen', last_seen, 'expiresAt', expires_at,
    'createdFrom', created_from, 'userAgent', user_agent) order by last_seen desc), '[]')
  from auth.session where account_id = p_account and expires_at > clock_timestamp()
$$;

-- What has run out: sessions, registrations and buckets nobody waits for. Returns the rows removed.
create function auth.delete_expired() returns integer
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  total integer := 0;
  n integer;
begin
  delete from auth.session where expires_at <= clock_timestamp();
  get diagnostics n = row_count; total := total + n;
  delete from auth.email_token where expires_at <= clock_timestamp() - interval '1 day';
  get diagnostics n = row_count; total := total + n;
  delete from auth.sign_in_attempt
  where window_start < clock_timestamp() - interval '1 day' and coalesce(locked_until, '-infinity') < clock_timestamp();
  get diagnostics n = row_count; total := total + n;
  return total;
end $$;

-- Accounts ----------------------------------------------------------------------------------------------------

-- Keeps a citizen's registration until its code comes back. False when the address has an account already.
create function auth.begin_registration(
  p_id uuid, p_tenant uuid, p_email text, p_code_hash text, p_name text, p_phone text, p_password_hash text, p_ttl interval
) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
begin
  if exists (select from auth.account where email = p_email) then return false; end if;
  insert into auth.email_token (id, purpose, tenant_id, email, code_hash, name, phone, password_hash, expires_at)
  values (p_id, 'register', p_tenant, p_email, p_code_hash, p_name, p_phone, p_password_hash, clock_timestamp() + p_ttl);
  return true;
end $$;

-- A fresh code for a waiting registration; returns the address to send it to, null when there is none.
create function auth.renew_registration(p_id uuid, p_code_hash text, p_ttl interval) returns text
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.email_token set code_hash = p_code_hash, tries = 0, expires_at = clock_timestamp() + p_ttl
  where id = p_id and purpose = 'register'
  returning email
$$;

-- Turns a waiting registration into an account with its membership. Null when the code is wrong, late or
-- tried too often; the try counts either way.
create function auth.confirm_registration(p_id uuid, p_code_hash text, p_max_tries integer, p_account uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  t auth.email_token;
  v_customer uuid := uuidv7();
begin
  update auth.email_token set tries = tries + 1 where id = p_id and purpose = 'register' returning * into t;
  if not found or t.tries > p_max_tries or t.expires_at <= clock_timestamp() or t.code_hash <> p_code_hash then
    return null;
  end if;
  insert into auth.account (id, kind, email, name, phone, password_hash, email_verified_at)
  values (p_account, 'citizen', t.email, t.name, t.phone, t.password_hash, clock_timestamp())
  on conflict (email) do nothing;
  if not found then return null; end if;
  insert into auth.membership (account_id, tenant_id, kind, customer_id) values (p_account, t.tenant_id, 'citizen', v_customer);
  delete from auth.email_token where email = t.email;
  return jsonb_build_object('accountId', p_account, 'customerId', v_customer, 'email', t.email);
end $$;

-- An account made by an administrator or the demo; the address counts as verified. Returns the account and,
-- for a citizen, the customer id; null when the address is taken by another kind of account or person.
create function auth.create_account(
  p_id uuid, p_kind text, p_email text, p_name text, p_phone text, p_password_hash text, p_demo boolean,
  p_tenant uuid, p_person uuid
) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  a auth.account;
  m auth.membership;
begin
  insert into auth.account (id, kind, email, name, phone, password_hash, demo, email_verified_at)
  values (p_id, p_kind, p_email, p_name, p_phone, p_password_hash, p_demo, clock_timestamp())
  on conflict (email) do nothing;
  select * into a from auth.account where email = p_email;
  if a.kind <> p_kind or a.demo <> p_demo then return null; end if;
  -- an address that has an account belongs to whoever opened it; only the demo is laid twice
  if a.id <> p_id and not p_demo then return null; end if;
  insert into auth.membership (account_id, tenant_id, kind, person_id, customer_id)
  values (a.id, p_tenant, p_kind, p_person, case when p_kind = 'citizen' then uuidv7() end)
  on conflict do nothing;
  select * into m from auth.membership where account_id = a.id and tenant_id = p_tenant;
  if not found or m.person_id is distinct from p_person then return null; end if;
  return jsonb_build_object('accountId', a.id, 'customerId', m.customer_id);
end $$;

create function auth.account_profile(p_account uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, auth, pg_temp as $$
  select jsonb_build_object('id', id, 'kind', kind, 'name', name, 'email', email, 'phone', phone)
  from auth.account where id = p_account and status = 'active'
$$;

create function auth.account_of_person(p_tenant uuid, p_person uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, auth, pg_temp as $$
  select account_id from auth.membership where tenant_id = p_tenant and person_id = p_person
$$;

create function auth.password_of(p_account uuid) returns text
language sql stable security definer set search_path = pg_catalog, auth, pg_temp as $$
  select password_hash from auth.account where id = p_account and status = 'active'
$$;

create function auth.set_password(p_account uuid, p_password_hash text) returns void
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.account set password_hash = p_password_hash, password_changed_at = clock_timestamp() where id = p_account
$$;

revoke all on all tables in schema auth from public, harmony_app, harmony_worker;
revoke all on all functions in schema auth from public, harmony_app, harmony_worker;
grant execute on function
  auth.count_try(text, integer, interval),
  auth.begin_sign_in(text, text, text, integer, integer, interval),
  auth.sign_in_failed(text, integer, interval),
  auth.sign_in_succeeded(text, text),
  auth.open_session(text, uuid, uuid, uuid, text, text, timestamptz),
  auth.session_facts(text, uuid),
  auth.extend_session(text, timestamptz),
  auth.close_session(text),
  auth.close_session_by_handle(uuid, uuid),
  auth.close_sessions(uuid),
  auth.close_sessions_of_people(uuid, uuid[]),
  auth.list_sessions(uuid),
  auth.begin_registration(uuid, uuid, text, text, text, text, text, interval),
  auth.renew_registration(uuid, text, interval),
  auth.confirm_registration(uuid, text, integer, uuid),
  auth.create_account(uuid, text, text, text, text, text, boolean, uuid, uuid),
  auth.account_profile(uuid),
  auth.account_of_person(uuid, uuid),
  auth.password_of(uuid),
  auth.set_password(uuid, text)
to harmony_app;
grant execute on function
  auth.close_sessions_of_people(uuid, uuid[]),
  auth.create_account(uuid, text, text, text, text, text, boolean, uuid, uuid),
  auth.account_profile(uuid),
  auth.account_of_person(uuid, uuid),
  auth.delete_expired()
to harmony_worker;
