-- Most Korean words have two syllables, too short for trigrams: every row was read for them. Taken apart into 자모 (NFD) two
-- syllables are four letters and more, so the index answers; what it finds is held against the words as they are.
drop index public.document_words;
create index document_words on public.document using gin (tenant_id,
  lower(normalize(coalesce(number, '') || ' ' || title || ' ' || body_text, NFD)) platform.gin_trgm_ops);

drop function platform.search_documents(text, uuid, uuid[]);
-- Documents of the current tenant and the reader's audience that hold the words, at most so many (null: all of them).
create function platform.search_documents(words text, reader uuid, units uuid[], most integer default null) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  (select d.id from public.document d
    where d.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
      and lower(normalize(coalesce(d.number, '') || ' ' || d.title || ' ' || d.body_text, NFD)) like
        '%' || replace(replace(replace(lower(normalize(words, NFD)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (coalesce(d.number, '') || ' ' || d.title || ' ' || d.body_text) ilike
        '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
      and (units is null or d.audience_unit_ids is null or d.audience_unit_ids && units or d.audience_person_ids @> array[reader])
    limit most)
  union
  (select d.id from platform.search_file_text(words) as x(file_id)
    join public.document_file f on f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid and f.file_id = x.file_id
    join public.document d on d.tenant_id = f.tenant_id and d.id = f.document_id
    where units is null or d.audience_unit_ids is null or d.audience_unit_ids && units or d.audience_person_ids @> array[reader]
    limit most)
$$;
revoke all on function platform.search_documents(text, uuid, uuid[], integer) from public;
grant execute on function platform.search_documents(text, uuid, uuid[], integer) to harmony_app, harmony_worker;

-- Texts of files are long, and taking them apart again for each hit costs: two-letter words have an index of letter pairs.
create function platform.letter_pairs(words text) returns text[]
language sql immutable strict parallel safe set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct pair), '{}') from (
    select letter || lead(letter) over (order by place) as pair
    from unnest(string_to_array(lower(words), null)) with ordinality as x(letter, place)) p
  where pair is not null
$$;
revoke all on function platform.letter_pairs(text) from public;
grant execute on function platform.letter_pairs(text) to harmony_app, harmony_worker;
create index file_text_pairs on public.file_text using gin (tenant_id, platform.letter_pairs(text));

-- Files of the current tenant whose text holds the words; a single letter is looked for in no file.
create or replace function platform.search_file_text(words text) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select f.file_id from public.file_text f
  where char_length(words) >= 3 and f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and f.text ilike '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
  union all
  select f.file_id from public.file_text f
  where char_length(words) = 2 and f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and platform.letter_pairs(f.text) @> platform.letter_pairs(words)
    and f.text ilike '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;

-- Petitions in the same way (0014).
drop index public.petition_words;
create index petition_words on public.petition using gin (tenant_id, lower(normalize(number || ' ' || title, NFD)) platform.gin_trgm_ops);
create or replace function platform.search_petitions(words text, units uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select p.id from public.petition p
  where p.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and (units is null or p.unit_id = any(units) or p.asked_unit_ids && units)
    and lower(normalize(p.number || ' ' || p.title, NFD)) like
      '%' || replace(replace(replace(lower(normalize(words, NFD)), '\', '\\'), '%', '\%'), '_', '\_') || '%'
    and (p.number || ' ' || p.title) ilike
      '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
