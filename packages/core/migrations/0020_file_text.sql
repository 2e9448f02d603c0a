-- What was read out of a file: its text for search and for people who cannot see the pages, and how many pages are drawn.
-- No row: nobody has read it yet.
create table public.file_text (
  tenant_id uuid not null,
  file_id uuid not null,
  status text not null check (status in ('extracted', 'unreadable', 'too-large', 'not-supported')),
  text text not null default '' check (char_length(text) <= 200000),
  -- True when the file holds more text than is kept.
  cut boolean not null default false,
  pages integer not null default 0 check (pages >= 0),
  drawn integer not null default 0 check (drawn between 0 and 200),
  extracted_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, file_id),
  foreign key (tenant_id, file_id) references public.file (tenant_id, id),
  check (status = 'extracted' or (text = '' and pages = 0 and drawn = 0))
);
select platform.protect('public.file_text');
create index file_text_words on public.file_text using gin (tenant_id, text platform.gin_trgm_ops);

-- The owner cannot sign in; its policy lets the function below use the index.
create policy owner_search on public.file_text for select to harmony_owner using (true);

-- Files of the current tenant whose text holds the words: ids only. Who may know of the file is asked by the caller.
create function platform.search_file_text(words text) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select f.file_id from public.file_text f
  where f.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
    and f.text ilike '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%'
$$;
revoke all on function platform.search_file_text(text) from public;
grant execute on function platform.search_file_text(text) to harmony_app, harmony_worker;
