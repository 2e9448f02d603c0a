-- Files, customers and their petitions. Every key starts with the tenant; rights come from platform.protect.

create table public.file (
  tenant_id uuid not null,
  id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size > 0),
  media_type text not null,
  name text not null check (char_length(name) between 1 and 200),
  uploaded_by uuid,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index file_by_hash on public.file (tenant_id, hash);

create table public.idempotency_key (
  tenant_id uuid not null,
  id uuid not null,
  actor_id uuid not null,
  procedure text not null,
  key text not null check (char_length(key) between 8 and 100),
  request_hash text not null,
  response jsonb,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, actor_id, procedure, key)
);

create table public.customer (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid,
  kind text not null default 'general' check (kind in ('general', 'business', 'policy')),
  name text not null check (char_length(name) between 1 and 100),
  email text,
  phone text,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, account_id)
);

-- The last petition number of a year: raised in the filing's own transaction, so numbers have no gaps.
create table public.petition_counter (
  tenant_id uuid not null,
  year integer not null,
  last integer not null,
  primary key (tenant_id, year)
);

create table public.petition_draft (
  tenant_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  service_key text,
  title text not null default '',
  body text not null default '',
  visibility text not null default 'private' check (visibility in ('private', 'public')),
  file_ids uuid[] not null default '{}',
  saved_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id)
);
create index petition_draft_by_customer on public.petition_draft (tenant_id, customer_id, saved_at desc);

create table public.petition (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  -- Null for imported history that names nobody.
  customer_id uuid,
  service_key text not null,
  release_hash text not null,
  process_key text not null,
  process_state jsonb not null,
  tasks jsonb not null default '[]',
  timers jsonb not null default '[]',
  next_timer_at timestamptz,
  stage text not null check (stage in ('received', 'assigned', 'review', 'completed')),
  status text not null check (status in ('open', 'supplement', 'transferring', 'completed', 'withdrawn', 'transferred', 'returned')),
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) <= 20000),
  visibility text not null check (visibility in ('private', 'public')),
  channel text not null check (char_length(channel) between 1 and 40),
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  unit_id uuid not null,
  person_id uuid,
  duty_unit_id uuid not null,
  -- Units whose hand is asked for beside the owner's, by tasks that wait now.
  asked_unit_ids uuid[] not null default '{}',
  filed_at timestamptz not null,
  received_at timestamptz not null,
  due_at timestamptz not null,
  clock jsonb not null,
  supplement_until timestamptz,
  completed_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('answered', 'withdrawn', 'transferred', 'returned')),
  within_deadline boolean,
  working_minutes integer check (working_minutes >= 0),
  statutory_days numeric(18, 6) check (statutory_days >= 0),
  sequence integer not null default 0 check (sequence >= 0),
  external_ref text check (char_length(external_ref) <= 200),
  from_tenant_id uuid,
  from_petition_id uuid,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, number),
  unique (tenant_id, external_ref),
  foreign key (tenant_id, customer_id) references public.customer (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  check ((closed_at is null) = (status in ('open', 'supplement', 'transferring'))),
  check ((closed_at is null) = (outcome is null)),
  check ((status = 'completed') = (coalesce(outcome, '') = 'answered')),
  check (status <> 'completed' or (completed_at is not null and within_deadline is not null and working_minutes is not null
    and statutory_days is not null and sequence > 0)),
  check ((status = 'supplement') = (supplement_until is not null))
);
create index petition_queue_unit on public.petition (tenant_id, unit_id, due_at, id) where closed_at is null;
create index petition_queue_person on public.petition (tenant_id, person_id, due_at, id) where closed_at is null;
create index petition_queue_all on public.petition (tenant_id, due_at, id) where closed_at is null;
create index petition_asked on public.petition (tenant_id, due_at, id) where closed_at is null and asked_unit_ids <> '{}';
create index petition_by_origin on public.petition (tenant_id, from_tenant_id, from_petition_id) where from_petition_id is not null;
create index petition_timers on public.petition (tenant_id, next_timer_at) where next_timer_at is not null;
create index petition_by_received on public.petition (tenant_id, received_at, id);
create index petition_by_unit on public.petition (tenant_id, unit_id, received_at, id);
create index petition_by_completed on public.petition (tenant_id, completed_at, id) where completed_at is not null;
create index petition_by_customer on public.petition (tenant_id, customer_id, filed_at desc, id);
create index petition_by_service on public.petition (tenant_id, service_key, received_at, id);

-- What happened, in order: who, when, why, and who owned the petition from then on.
create table public.petition_step (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  kind text not null,
  stage text not null,
  element text,
  unit_id uuid,
  person_id uuid,
  actor_kind text not null check (actor_kind in ('officer', 'citizen', 'guest', 'system')),
  actor_id uuid,
  reason text,
  facts jsonb not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id)
);
create index petition_step_by_petition on public.petition_step (tenant_id, petition_id, id);

create table public.petition_message (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  sender text not null check (sender in ('citizen', 'officer')),
  person_id uuid,
  body text not null check (char_length(body) between 1 and 4000),
  sent_at timestamptz not null,
  read_at timestamptz,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id)
);
create index petition_message_by_petition on public.petition_message (tenant_id, petition_id, id);

create table public.petition_file (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  file_id uuid not null,
  part text not null check (part in ('request', 'supplement', 'answer')),
  part_id uuid,
  attached_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, petition_id, file_id, part),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id),
  foreign key (tenant_id, file_id) references public.file (tenant_id, id)
);
create index petition_file_by_file on public.petition_file (tenant_id, file_id);

create table public.supplement_request (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  status text not null check (status in ('open', 'submitted', 'lapsed')),
  request text not null,
  requested_by uuid,
  requested_at timestamptz not null,
  until timestamptz not null,
  reply text,
  submitted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id),
  check (until > requested_at),
  check ((status = 'submitted') = (submitted_at is not null))
);
create unique index supplement_request_one_open on public.supplement_request (tenant_id, petition_id) where status = 'open';
create index supplement_request_by_petition on public.supplement_request (tenant_id, petition_id, id);

-- One row a completion: a draft until it is answered, then fixed.
create table public.answer (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  sequence integer not null check (sequence > 0),
  status text not null check (status in ('draft', 'submitted', 'final')),
  body text not null check (char_length(body) <= 50000),
  file_ids uuid[] not null default '{}',
  unit_id uuid,
  person_id uuid,
  saved_at timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, petition_id, sequence),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id),
  check ((status = 'final') = (answered_at is not null))
);

create table public.rating (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  sequence integer not null check (sequence > 0),
  customer_id uuid,
  service_key text not null,
  unit_id uuid not null,
  person_id uuid,
  promptness integer not null check (promptness between 1 and 5),
  kindness integer not null check (kindness between 1 and 5),
  attitude integer not null check (attitude between 1 and 5),
  overall integer not null check (overall between 1 and 5),
  comment text check (char_length(comment) between 1 and 2000),
  rated_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, petition_id, sequence),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id),
  foreign key (tenant_id, customer_id) references public.customer (tenant_id, id)
);
create index rating_with_comment on public.rating (tenant_id, rated_at desc, id) where comment is not null;

-- One row a hand-over to another agency, in both agencies: 'out' at the sender, 'in' at the receiver.
create table public.petition_transfer (
  tenant_id uuid not null,
  id uuid not null,
  petition_id uuid not null,
  direction text not null check (direction in ('out', 'in')),
  other_tenant_id uuid not null,
  other_petition_id uuid,
  other_number text,
  reason text not null,
  status text not null check (status in ('sent', 'received', 'refused')),
  refusal text,
  sent_at timestamptz not null,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, petition_id) references public.petition (tenant_id, id)
);
create index petition_transfer_by_petition on public.petition_transfer (tenant_id, petition_id, id);

select platform.protect('public.file');
select platform.protect('public.idempotency_key');
select platform.protect('public.customer');
select platform.protect('public.petition_counter');
select platform.protect('public.petition_draft', 'full');
select platform.protect('public.petition');
select platform.protect('public.petition_step', 'append-only');
select platform.protect('public.petition_message');
select platform.protect('public.petition_file', 'append-only');
select platform.protect('public.supplement_request');
select platform.protect('public.answer');
select platform.protect('public.rating', 'append-only');
select platform.protect('public.petition_transfer');
