-- Dispatches (R7): what leaves a unit after approval, to whom, and what comes in at the receivers.

create table public.dispatch (
  tenant_id uuid not null,
  id uuid not null,
  document_id uuid not null,
  state text not null check (state in ('waiting', 'sent-back', 'sent', 'withdrawn', 'cancelled')),
  unit_id uuid not null,
  drafter_id uuid not null,
  drafter jsonb not null,
  document_number text not null,
  number text check (char_length(number) between 1 and 200),
  -- The words as they were approved; never altered.
  title text not null check (char_length(title) between 1 and 200),
  body jsonb not null,
  file_ids uuid[] not null default '{}',
  show_approvers boolean not null,
  approvers jsonb not null,
  disclosure text not null check (disclosure in ('open', 'partial', 'closed')),
  disclosure_grounds text[] not null default '{}',
  audience_unit_ids uuid[] default '{}',
  audience_person_ids uuid[] not null default '{}',
  approved_at timestamptz not null,
  released_by jsonb,
  released_at timestamptz,
  sent_back jsonb,
  withdrawn jsonb,
  listed_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, document_id),
  foreign key (tenant_id, document_id) references public.document (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, drafter_id) references public.person (tenant_id, id),
  check ((state in ('sent', 'withdrawn')) = (number is not null)),
  check ((number is null) = (released_at is null)),
  check ((state in ('withdrawn', 'cancelled')) = (withdrawn is not null))
);
create index dispatch_by_listed on public.dispatch (tenant_id, listed_at, id);
create index dispatch_by_unit on public.dispatch (tenant_id, unit_id, listed_at, id);
create index dispatch_by_drafter on public.dispatch (tenant_id, drafter_id, listed_at, id);
create index dispatch_waiting on public.dispatch (tenant_id, unit_id, listed_at, id) where state = 'waiting';

create table public.dispatch_receiver (
  tenant_id uuid not null,
  id uuid not null,
  dispatch_id uuid not null,
  position integer not null check (position > 0),
  kind text not null check (kind in ('unit', 'agency')),
  unit_id uuid,
  agency text check (char_length(agency) between 1 and 60),
  name jsonb not null,
  state text not null check (state in ('planned', 'on-its-way', 'arrived', 'received', 'assigned', 'closed', 'refused', 'recalled')),
  reception_id uuid,
  reception_number text,
  received_at timestamptz,
  refusal text,
  refused_at timestamptz,
  recalled_at timestamptz,
  recall_late boolean not null default false,
  primary key (tenant_id, id),
  foreign key (tenant_id, dispatch_id) references public.dispatch (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  check ((kind = 'unit') = (unit_id is not null)),
  check ((kind = 'agency') = (agency is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index dispatch_receiver_by_dispatch on public.dispatch_receiver (tenant_id, dispatch_id, position);

-- The receiving unit's own copy: it stays whatever becomes of the sender's.
create table public.reception (
  tenant_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  person jsonb,
  state text not null check (state in ('arrived', 'received', 'assigned', 'closed', 'refused')),
  number text check (char_length(number) between 1 and 200),
  title text not null,
  body jsonb not null,
  sender jsonb not null,
  from_tenant_id uuid not null,
  from_dispatch_id uuid not null,
  from_receiver_id uuid not null,
  approvers jsonb not null,
  disclosure text not null check (disclosure in ('open', 'partial', 'closed')),
  disclosure_grounds text[] not null default '{}',
  audience_unit_ids uuid[] default '{}',
  audience_person_ids uuid[] not null default '{}',
  released_at timestamptz not null,
  arrived_at timestamptz not null,
  received_at timestamptz,
  closed_at timestamptz,
  outcome text check (outcome in ('handled', 'task')),
  closing_note text check (char_length(closing_note) <= 2000),
  task_card_id uuid,
  refusal text check (char_length(refusal) between 1 and 1000),
  recalled_at timestamptz,
  recall_reason text,
  recall_late boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, from_tenant_id, from_receiver_id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  check ((state = 'closed') = (outcome is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((state = 'refused') = (refusal is not null)),
  check (state not in ('received', 'assigned', 'closed') or number is not null),
  check (state not in ('assigned') or person_id is not null)
);
create index reception_by_unit on public.reception (tenant_id, unit_id, arrived_at, id);
create index reception_open on public.reception (tenant_id, unit_id, arrived_at, id) where state in ('arrived', 'received', 'assigned');
create index reception_by_person on public.reception (tenant_id, person_id, arrived_at, id) where person_id is not null;

create table public.reception_file (
  tenant_id uuid not null,
  id uuid not null,
  reception_id uuid not null,
  file_id uuid not null,
  position integer not null check (position > 0),
  primary key (tenant_id, id),
  unique (tenant_id, reception_id, file_id),
  foreign key (tenant_id, reception_id) references public.reception (tenant_id, id),
  foreign key (tenant_id, file_id) references public.file (tenant_id, id)
);
create index reception_file_by_file on public.reception_file (tenant_id, file_id);

-- What happened to a dispatch or a reception: who, when, why. Never altered.
create table public.dispatch_history (
  tenant_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 40),
  person jsonb,
  reason text check (char_length(reason) <= 2000),
  facts jsonb not null default '{}',
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index dispatch_history_by_subject on public.dispatch_history (tenant_id, subject_id, id);

-- Where an agency takes in what other agencies send it (문서과); without a row its first team.
create table public.reception_desk (
  tenant_id uuid not null,
  unit_id uuid not null,
  changed_at timestamptz not null,
  primary key (tenant_id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);

select platform.protect('public.dispatch');
select platform.protect('public.dispatch_receiver', 'full');
select platform.protect('public.reception');
select platform.protect('public.reception_file', 'append-only');
select platform.protect('public.dispatch_history', 'append-only');
select platform.protect('public.reception_desk');
