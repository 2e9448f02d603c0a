-- 일정, 메모보고, 회의. Every record has an audience (열람범위): null units mean the whole agency.

create table public.schedule (
  tenant_id uuid not null,
  id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  all_day boolean not null default false,
  place text check (char_length(place) between 1 and 200),
  note text check (char_length(note) between 1 and 4000),
  -- 실적: what came of it.
  result text check (char_length(result) between 1 and 4000),
  status text not null check (status in ('planned', 'cancelled')),
  unit_id uuid not null,
  person_id uuid not null,
  participant_ids uuid[] not null default '{}',
  task_card_ids uuid[] not null default '{}',
  scope text not null check (scope in ('participants', 'unit', 'bureau', 'agency')),
  audience_unit_ids uuid[],
  audience_person_ids uuid[] not null default '{}',
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  created_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id)
);
create index schedule_by_start on public.schedule (tenant_id, starts_at, id);
create index schedule_by_person on public.schedule (tenant_id, person_id, starts_at, id);
create index schedule_by_unit on public.schedule (tenant_id, unit_id, starts_at, id);

create table public.memo_report (
  tenant_id uuid not null,
  id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) between 1 and 8000),
  state text not null check (state in ('reported', 'acknowledged', 'answered', 'withdrawn')),
  unit_id uuid not null,
  person_id uuid not null,
  reader_id uuid not null,
  copy_ids uuid[] not null default '{}',
  file_ids uuid[] not null default '{}',
  task_card_ids uuid[] not null default '{}',
  scope text not null check (scope in ('participants', 'unit', 'bureau', 'agency')),
  audience_unit_ids uuid[],
  audience_person_ids uuid[] not null default '{}',
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  reported_at timestamptz not null,
  acknowledged_at timestamptz,
  answered_at timestamptz,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id),
  foreign key (tenant_id, reader_id) references public.person (tenant_id, id),
  check (reader_id <> person_id),
  check ((state = 'answered') = (answered_at is not null)),
  check (state in ('reported', 'withdrawn') or acknowledged_at is not null)
);
create index memo_report_by_time on public.memo_report (tenant_id, reported_at desc, id desc);
create index memo_report_by_person on public.memo_report (tenant_id, person_id, reported_at desc, id desc);
create index memo_report_by_reader on public.memo_report (tenant_id, reader_id, reported_at desc, id desc);
create index memo_report_files on public.memo_report using gin (file_ids);

create table public.memo_opinion (
  tenant_id uuid not null,
  id uuid not null,
  memo_id uuid not null,
  person_id uuid not null,
  body text not null check (char_length(body) between 1 and 4000),
  written_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, memo_id) references public.memo_report (tenant_id, id),
  foreign key (tenant_id, person_id) references public.person (tenant_id, id)
);
create index memo_opinion_by_memo on public.memo_opinion (tenant_id, memo_id, id);

-- 공공기록물법 시행령 제18조: 명칭, 기관, 일시·장소, 참석·배석자, 순서, 안건, 발언요지, 결정.
create table public.meeting (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  status text not null check (status in ('planned', 'held', 'confirmed', 'cancelled')),
  unit_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz check (ends_at > starts_at),
  place text not null check (char_length(place) between 1 and 200),
  chair_id uuid not null,
  recorder_id uuid not null,
  -- Each with name, title and unit as they were: minutes do not change with the organisation.
  people jsonb not null default '[]',
  procedure text check (char_length(procedure) between 1 and 4000),
  scope text not null check (scope in ('participants', 'unit', 'bureau', 'agency')),
  audience_unit_ids uuid[],
  audience_person_ids uuid[] not null default '{}',
  origin text not null check (origin in ('interactive', 'import', 'demo')),
  created_at timestamptz not null,
  confirmed_at timestamptz,
  confirmed_by uuid,
  changed_by uuid,
  changed_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, chair_id) references public.person (tenant_id, id),
  foreign key (tenant_id, recorder_id) references public.person (tenant_id, id),
  check (chair_id <> recorder_id),
  check ((status = 'confirmed') = (confirmed_at is not null))
);
create index meeting_by_start on public.meeting (tenant_id, starts_at desc, id desc);

create table public.agenda_item (
  tenant_id uuid not null,
  id uuid not null,
  meeting_id uuid not null,
  position integer not null check (position > 0),
  title text not null check (char_length(title) between 1 and 200),
  presenter_id uuid,
  task_card_ids uuid[] not null default '{}',
  -- 발언요지
  remarks text check (char_length(remarks) between 1 and 8000),
  result text check (result in ('passed', 'amended', 'reported', 'deferred', 'rejected')),
  decision text check (char_length(decision) between 1 and 4000),
  primary key (tenant_id, id),
  foreign key (tenant_id, meeting_id) references public.meeting (tenant_id, id)
);
create index agenda_item_by_meeting on public.agenda_item (tenant_id, meeting_id, position);

-- What was done to a schedule, memo or meeting, in order.
create table public.record_change (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null check (subject_kind in ('schedule', 'memo', 'meeting')),
  subject_id uuid not null,
  kind text not null check (char_length(kind) between 1 and 40),
  person_id uuid,
  before jsonb,
  after jsonb,
  reason text check (char_length(reason) between 1 and 1000),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id)
);
create index record_change_by_subject on public.record_change (tenant_id, subject_kind, subject_id, id);

select platform.protect('public.schedule');
select platform.protect('public.memo_report');
select platform.protect('public.memo_opinion', 'append-only');
select platform.protect('public.meeting');
select platform.protect('public.agenda_item', 'full');
select platform.protect('public.record_change', 'append-only');
