-- What is in attachments is kept with the file (0020), whatever it is tied to; documents search it there.
drop index public.document_file_words;
drop index public.document_file_waiting;
drop policy owner_search on public.document_file;
alter table public.document_file drop column extracted_text, drop column extracted_at;
create policy owner_search on public.document_file for select to harmony_owner using (true);

create or replace function platform.search_documents(words text, reader uuid, units uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with wall as materialized (select nullif(current_setting('app.tenant_id', true), '')::uuid as tenant_id,
    '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern),
  hit as (
    select d.id from public.document d, wall w where d.tenant_id = w.tenant_id
      and (coalesce(d.number, '') || ' ' || d.title || ' ' || d.body_text) operator(pg_catalog.~~*) w.pattern
    union
    select f.document_id from platform.search_file_text(words) as x(file_id), wall w, public.document_file f
    where f.tenant_id = w.tenant_id and f.file_id = x.file_id)
  select d.id from hit join public.document d on d.tenant_id = (select tenant_id from wall) and d.id = hit.id
  where units is null or d.audience_unit_ids is null or d.audience_unit_ids && units or d.audience_person_ids @> array[reader]
$$;
