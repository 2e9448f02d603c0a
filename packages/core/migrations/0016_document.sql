-- Document cards (R4–R7): the card, its versions, its route, what was said on it, directives, the register of numbers.

-- The last number of a unit and year: raised in the transaction that takes it, so numbers have neither gaps nor doubles.
create table public.document_register (
  tenant_id uuid not null,
  unit_id uuid not null,
  year integer not null check (year between 1989 and 9999),
  last integer not null check (last >= 0),
  -- Where the unit went on from the register it kept before.
  continued_from integer check (continued_from > 0),
  continued_reason text check (char_length(continued_reason) between 1 and 1000),
  primary key (tenant_id, unit_id, year),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);

-- Each number taken, for what. The unique key makes a double impossible.
create table public.register_entry (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  year integer not null,
  serial integer not null check (serial > 0),
  number text not null check (char_length(number) between 1 and 200),
  kind text not null check (kind in ('document', 'dispatch', 'reception')),
  subject_id uuid not null,
  taken_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, unit_id, year, serial),
  unique (tenant_id, kind, subject_id),
  foreign key (tenant_id, unit_id, year) references public.document_register (tenant_id, unit_id, year)
);

create table public.document (
  tenant_id uuid not null,
  id uuid not null,
  kind_key text not null check (char_length(kind_key) between 1 and 60),
  release_hash text not null,
  state text not null check (state in ('draft', 'in-review', 'on-hold', 'returned', 'withdrawn', 'stopped', 'approved')),
  round integer not null default 0 check (round >= 0),
  unit_id uuid not null,
  drafter_id uuid not null,
  -- Name, title and unit of the drafter as they stood at the draft.
  drafter jsonb not null,
  title text not null check (char_length(title) <= 200),
  fields jsonb not null default '{}',
  body jsonb not null,
  -- The words of the body, for search.
  body_text text not null default '',
  route_plan jsonb not null default '[]',
  dispatch_plan jsonb,
  unit_task_id uuid,
  task_card_ids uuid[] not null default '{}',
  access_scope text not null check (access_scope in ('agency', 'bureau', 'unit', 'participants')),
  extra_unit_ids uuid[] not null default '{}',
  extra_person_ids uuid[] not null default '{}',
  -- Who may know of it now: the drafter, then the people of the route, after approval whom the scope names.
  audience_unit_ids uuid[] default '{}',
  audience_person_ids uuid[] not null default '{}',
  knowledge_category text not null check (char_length(knowledge_category) between 1 and 60),
  retention text not null check (retention in ('1', '3', '5', '10', '30', 'semi-permanent', 'permanent')),
  retention_from date,
  retention_until date,
  disclosure text not null check (disclosure in ('open', 'partial', 'closed')),
  disclosure_grounds text[] not null default '{}',
  disclosure_note text not null default '' check (char_length(disclosure_note) <= 1000),
  number text check (char_length(number) between 1 and 200),
  grade text check (grade in ('S', 'A', 'B', 'C')),
  approver jsonb,
  -- The version that was approved: its row can never change.
  approved_version integer,
  change_note text check (char_length(change_note) <= 1000),
  supersedes_id uuid,
  superseded_by_id uuid,
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  created_at timestamptz not null,
  submitted_at timestamptz,
  completed_at timestamptz,
  -- A draft that nobody ever got to see, thrown away.
  discarded_at timestamptz,
  -- What lists go by: completion, else submission, else the beginning.
  listed_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  route_version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, drafter_id) references public.person (tenant_id, id),
  foreign key (tenant_id, supersedes_id) references public.document (tenant_id, id),
  foreign key (tenant_id, superseded_by_id) references public.document (tenant_id, id),
  check ((state = 'approved') = (number is not null)),
  check ((state = 'approved') = (approved_version is not null)),
  check ((state in ('approved', 'stopped')) = (completed_at is not null)),
  check (state = 'draft' or submitted_at is not null),
  check (grade is null or state = 'approved'),
  check (state <> 'approved' or retention_from is not null),
  check (state = 'draft' or char_length(title) > 0),
  check (discarded_at is null or (state = 'draft' and round = 0))
);
create index document_by_listed on public.document (tenant_id, listed_at, id);
create index document_by_number on public.document (tenant_id, number) where number is not null;
create index document_by_kind on public.document (tenant_id, kind_key, listed_at, id);
create index document_by_unit on public.document (tenant_id, unit_id, listed_at, id);
create index document_by_drafter on public.document (tenant_id, drafter_id, listed_at, id);
create index document_by_title on public.document (tenant_id, title, id);
create index document_by_unit_task on public.document (tenant_id, unit_task_id, listed_at, id) where unit_task_id is not null;
create index document_with_cards on public.document (tenant_id, listed_at, id) where task_card_ids <> '{}';
create index document_words on public.document using gin (tenant_id, (coalesce(number, '') || ' ' || title || ' ' || body_text) platform.gin_trgm_ops);

-- A state of the content that was kept: at each submission, and when its drafter asks. Never altered.
create table public.document_version (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  number integer not null check (number > 0),
  round integer not null,
  title text not null,
  fields jsonb not null,
  body jsonb not null,
  dispatch_plan jsonb,
  file_ids uuid[] not null,
  note text not null default '' check (char_length(note) <= 1000),
  -- SHA-256 of the content in canonical form.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  person_id uuid,
  saved_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, document_id, number),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id)
);

-- 보고경로: one row a person and round, with name, title and unit as they stood then.
create table public.route_step (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  round integer not null check (round > 0),
  ord integer not null check (ord > 0),
  role text not null check (role in ('review', 'consent', 'approve')),
  person_id uuid not null,
  unit_id uuid not null,
  person jsonb not null,
  -- 대결: the person this one acts for.
  acting_for jsonb,
  delegated boolean not null default false,
  final boolean not null default false,
  request_action text not null check (request_action in ('report', 'direct', 'execute')),
  request_note text not null default '' check (char_length(request_note) <= 100),
  state text not null check (state in ('waiting', 'turn', 'held', 'done', 'skipped')),
  turn_at timestamptz,
  acted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  check ((state = 'done') = (acted_at is not null))
);
create index route_step_by_document on public.route_step (tenant_id, document_id, round, ord);
create index route_step_open on public.route_step (tenant_id, person_id, document_id) where state in ('turn', 'held', 'waiting');
create index route_step_by_person on public.route_step (tenant_id, person_id, acted_at, document_id) where state = 'done';

-- What was said and decided, in order; never altered.
create table public.review_opinion (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  sequence integer not null check (sequence > 0),
  round integer not null,
  step_id uuid not null,
  role text not null check (role in ('review', 'consent', 'approve')),
  person_id uuid not null,
  person jsonb not null,
  acting_for jsonb,
  delegated boolean not null,
  final boolean not null,
  action_type text not null check (action_type in ('report', 'direct')),
  directive text check (directive in ('execute', 'revise', 'hold', 'stop')),
  directives jsonb not null default '[]',
  opinion text not null check (char_length(opinion) <= 4000),
  grade text check (grade in ('S', 'A', 'B', 'C')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, document_id, sequence),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id),
  foreign key (tenant_id, step_id) references public.route_step (tenant_id, id),
  check ((action_type = 'direct') = (directive is not null))
);

-- 지시사항: followed until the giver takes it as done.
create table public.directive (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  opinion_id uuid not null,
  body text not null check (char_length(body) between 1 and 2000),
  giver_id uuid not null,
  giver jsonb not null,
  giver_unit_id uuid not null,
  person_id uuid not null,
  person jsonb not null,
  unit_id uuid not null,
  given_at timestamptz not null,
  due_date date,
  state text not null check (state in ('open', 'reported', 'closed')),
  reported_at timestamptz,
  closed_at timestamptz,
  in_time boolean,
  -- The day an overdue one was told to its people; once.
  reminded_on date,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id),
  foreign key (tenant_id, opinion_id) references public.review_opinion (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  foreign key (tenant_id, giver_id) references public.person (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'closed') = (in_time is not null)),
  check (state <> 'reported' or reported_at is not null)
);
create index directive_by_document on public.directive (tenant_id, document_id, id);
create index directive_by_person on public.directive (tenant_id, person_id, given_at, id);
create index directive_by_giver on public.directive (tenant_id, giver_id, given_at, id);
create index directive_by_unit on public.directive (tenant_id, unit_id, given_at, id);
create index directive_by_given on public.directive (tenant_id, given_at, id);
create index directive_due on public.directive (tenant_id, due_date) where state = 'open' and due_date is not null;

create table public.directive_report (
  tenant_id uuid not null,
  id uuid not null,
  directive_id uuid not null,
  kind text not null check (kind in ('report', 'accepted', 'sent-back')),
  body text not null check (char_length(body) <= 4000),
  person_id uuid,
  person_name text not null,
  occurred_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, directive_id) references public.directive (tenant_id, id)
);
create index directive_report_by_directive on public.directive_report (tenant_id, directive_id, id);

create table public.document_file (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  file_id uuid not null,
  position integer not null check (position > 0),
  attached_at timestamptz not null,
  -- The words of the file once a job has read them; empty when it has none.
  extracted_text text check (char_length(extracted_text) <= 2000000),
  extracted_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, document_id, file_id),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id),
  foreign key (tenant_id, file_id) references public.file (tenant_id, id)
);
create index document_file_by_file on public.document_file (tenant_id, file_id);
create index document_file_waiting on public.document_file (tenant_id, attached_at) where extracted_at is null;
create index document_file_words on public.document_file using gin (tenant_id, extracted_text platform.gin_trgm_ops) where extracted_text is not null;

-- What happened to a document beside opinions: who, when, why. Never altered.
create table public.document_history (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 40),
  person_id uuid,
  person jsonb,
  reason text check (char_length(reason) <= 1000),
  facts jsonb not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id)
);
create index document_history_by_document on public.document_history (tenant_id, document_id, id);

create table public.saved_route (
  tenant_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null check (char_length(name) between 1 and 60),
  steps jsonb not null,
  saved_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, person_id, name),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id)
);

select platform.protect('public.document_register');
select platform.protect('public.register_entry', 'append-only');
select platform.protect('public.document');
select platform.protect('public.document_version', 'append-only');
select platform.protect('public.route_step');
select platform.protect('public.review_opinion', 'append-only');
select platform.protect('public.directive');
select platform.protect('public.directive_report', 'append-only');
select platform.protect('public.document_file', 'full');
select platform.protect('public.document_history', 'append-only');
select platform.protect('public.saved_route', 'full');

-- These narrow the wall: whatever a command asks for, what has been done on a route stays as it was done,
create policy done_stays on public.route_step as restrictive for update to harmony_app, harmony_worker using (state <> 'done') with check (true);
-- a closed directive stays closed,
create policy closed_stays on public.directive as restrictive for update to harmony_app, harmony_worker using (state <> 'closed') with check (true);
-- and what is under way or ended keeps its files.
create policy ended_keep_files on public.document_file as restrictive for delete to harmony_app, harmony_worker using (
  exists (select from public.document d where d.tenant_id = document_file.tenant_id and d.id = document_id
    and d.state in ('draft', 'returned', 'withdrawn')));

-- Search: as in 0014, one function that stands behind the wall's rule and the audience itself and answers ids only.
create policy owner_search on public.document for select to harmony_owner using (true);
create policy owner_search on public.document_file for select to harmony_owner using (true);
create function platform.search_documents(words text, reader uuid, units uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  with wall as materialized (select nullif(current_setting('app.tenant_id', true), '')::uuid as tenant_id,
    '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' as pattern),
  hit as (
    select d.id from public.document d, wall w where d.tenant_id = w.tenant_id
      and (coalesce(d.number, '') || ' ' || d.title || ' ' || d.body_text) operator(pg_catalog.~~*) w.pattern
    union
    select f.document_id from public.document_file f, wall w where f.tenant_id = w.tenant_id
      and f.extracted_text is not null and f.extracted_text operator(pg_catalog.~~*) w.pattern)
  select d.id from hit join public.document d on d.tenant_id = (select tenant_id from wall) and d.id = hit.id
  where units is null or d.audience_unit_ids is null or d.audience_unit_ids && units or d.audience_person_ids @> array[reader]
$$;
revoke all on function platform.search_documents(text, uuid, uuid[]) from public;
grant execute on function platform.search_documents(text, uuid, uuid[]) to harmony_app, harmony_worker;
