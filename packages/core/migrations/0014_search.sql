-- Search. Row-level security keeps ILIKE and trigram operators from their indexes (they are not leakproof), so one
-- function looks for all: it stands behind the wall's rule itself, tenant and units, and answers ids only.
create extension if not exists pg_trgm schema platform;
create extension if not exists btree_gin schema platform;

create index petition_words on public.petition using gin (tenant_id, (number || ' ' || title) platform.gin_trgm_ops);

-- The owner cannot sign in; its policy lets the function below use the index.
create policy owner_search on public.petition for select to harmony_owner using (true);

-- Petitions of the current tenant whose number or title holds the words; of the units given, or of all when null.
create function platform.search_petitions(words text, units uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id from public.petition p
  where p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and (units is null or p.unit_id = any(units) or p.asked_unit_ids && units)
    and (p.number || ' ' || p.title) ilike
      '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
revoke all on function platform.search_petitions(text, uuid[]) from public;
grant execute on function platform.search_petitions(text, uuid[]) to harmony_app, harmony_worker;
