-- Managed tasks and task cards (R8–R13, R15): header, plan, quality, publicity, customers, watchlist, achievements.

-- 관리과제: one or many cards hang on it.
create table public.managed_task (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  year integer not null check (year between 1948 and 2200),
  unit_task_id uuid not null,
  unit_id uuid not null,
  -- The objective of the release that it serves (R33); checked against the release when written.
  objective_key text check (char_length(objective_key) between 1 and 100),
  annual_report boolean not null,
  quality_managed boolean not null,
  release_hash text not null,
  created_by uuid,
  created_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_task_id) references public.unit_task (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id)
);
create index managed_task_by_year on public.managed_task (tenant_id, year, unit_id);
create index managed_task_by_objective on public.managed_task (tenant_id, year, objective_key) where objective_key is not null;

-- 과제관리카드, its 표제부.
create table public.task_card (
  tenant_id uuid not null,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 200),
  year integer not null check (year between 1948 and 2200),
  unit_task_id uuid not null,
  -- Null: a card of the unit task alone.
  managed_task_id uuid,
  unit_id uuid not null,
  owner_id uuid not null,
  member_ids uuid[] not null default '{}',
  goal text not null default '' check (char_length(goal) <= 2000),
  background text not null default '' check (char_length(background) <= 10000),
  fields jsonb not null default '{}',
  release_hash text not null,
  status text not null check (status in ('active', 'closed')),
  opened_on date not null,
  closed_on date,
  close_reason text check (char_length(close_reason) between 1 and 1000),
  -- 진도변경: a figure a person answers for, kept beside the computed one.
  manual_progress integer check (manual_progress between 0 and 100),
  manual_progress_reason text check (char_length(manual_progress_reason) between 1 and 1000),
  manual_progress_by uuid,
  manual_progress_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  plan_changed_by uuid,
  plan_changed_at timestamptz,
  plan_version integer not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, unit_task_id) references public.unit_task (tenant_id, id),
  foreign key (tenant_id, managed_task_id) references public.managed_task (tenant_id, id),
  foreign key (tenant_id, unit_id) references public.unit (tenant_id, id),
  foreign key (tenant_id, owner_id) references public.person (tenant_id, id),
  check ((status = 'closed') = (closed_on is not null)),
  check ((manual_progress is null) = (manual_progress_reason is null)),
  check ((manual_progress is null) = (manual_progress_at is null))
);
create index task_card_by_year on public.task_card (tenant_id, year, unit_id);
create index task_card_by_name on public.task_card (tenant_id, name, id);
create index task_card_by_changed on public.task_card (tenant_id, changed_at, id);
create index task_card_by_owner on public.task_card (tenant_id, owner_id, year);
create index task_card_by_members on public.task_card using gin (member_ids);
create index task_card_by_managed on public.task_card (tenant_id, managed_task_id) where managed_task_id is not null;
create index task_card_by_unit_task on public.task_card (tenant_id, unit_task_id, year);

-- 진행단계; the weights of a card's phases make 100.
create table public.task_phase (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  position integer not null check (position > 0),
  name text not null check (char_length(name) between 1 and 100),
  activity text not null check (char_length(activity) <= 1000),
  planned_weight integer not null check (planned_weight between 1 and 100),
  due_date date not null,
  completed_date date,
  completed_by uuid,
  -- How many times it was done: a completion after a reopening supersedes.
  sequence integer not null default 0 check (sequence >= 0),
  primary key (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index task_phase_by_card on public.task_phase (tenant_id, task_card_id, position);

-- 품질관리: the stages of the release's manual with the plan and state of one card.
create table public.task_quality_stage (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  stage_key text not null check (char_length(stage_key) between 1 and 100),
  position integer not null check (position > 0),
  due_date date,
  completed_date date,
  completed_by uuid,
  key_issue text not null default '' check (char_length(key_issue) <= 2000),
  sequence integer not null default 0 check (sequence >= 0),
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, task_card_id, stage_key),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id),
  check (completed_date is null or due_date is not null)
);

-- 추진내용 of one checklist item; every answer stays, the highest revision counts.
create table public.task_quality_answer (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  stage_id uuid not null,
  item_number text not null check (item_number ~ '^\d+(\.\d+)*$' and char_length(item_number) <= 20),
  revision integer not null check (revision > 0),
  answer text not null check (char_length(answer) between 1 and 5000),
  answered_by uuid,
  answered_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, stage_id, item_number, revision),
  foreign key (tenant_id, stage_id) references public.task_quality_stage (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index task_quality_answer_by_card on public.task_quality_answer (tenant_id, task_card_id);

-- 홍보관리: what is planned, through which channel, and what came of it.
create table public.task_publicity (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  channel text not null check (channel in ('press', 'briefing', 'broadcast', 'web', 'social', 'publication', 'event', 'other')),
  target text not null default '' check (char_length(target) <= 200),
  planned_date date not null,
  done_date date,
  result text not null default '' check (char_length(result) <= 2000),
  reach integer check (reach >= 0),
  file_ids uuid[] not null default '{}',
  removed boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index task_publicity_by_card on public.task_publicity (tenant_id, task_card_id, planned_date);

-- 고객관리: the groups of customers a task serves.
create table public.task_target_group (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  name text not null check (char_length(name) between 1 and 100),
  kind text not null check (kind in ('general', 'business', 'policy')),
  description text not null default '' check (char_length(description) <= 2000),
  size integer check (size >= 0),
  removed boolean not null default false,
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index task_target_group_by_card on public.task_target_group (tenant_id, task_card_id);

-- 미진 and 중점관리대상: put and lifted by managers, each with a reason.
create table public.task_mark (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  mark text not null check (mark in ('weak', 'watch')),
  reason text not null check (char_length(reason) between 1 and 1000),
  put_by uuid,
  put_at timestamptz not null,
  lift_reason text check (char_length(lift_reason) between 1 and 1000),
  lifted_by uuid,
  lifted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id),
  check ((lifted_at is null) = (lift_reason is null))
);
create unique index task_mark_one_open on public.task_mark (tenant_id, task_card_id, mark) where lifted_at is null;
create index task_mark_by_card on public.task_mark (tenant_id, task_card_id, put_at);

-- 이력: who changed what of a card, when and why; changed parts only.
create table public.task_change (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  area text not null check (area in ('header', 'plan', 'quality', 'publicity', 'customers', 'marks')),
  action text not null check (char_length(action) between 1 and 60),
  subject_id uuid,
  before jsonb,
  after jsonb,
  reason text check (char_length(reason) between 1 and 1000),
  actor_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index task_change_by_card on public.task_change (tenant_id, task_card_id, area, id);

-- 실적: everything tied to a card, written by the areas the records live in; its audience is theirs.
create table public.achievement (
  tenant_id uuid not null,
  id uuid not null,
  task_card_id uuid not null,
  kind text not null check (kind in ('schedule', 'memo-report', 'document-report', 'agenda-item', 'dispatch-received', 'campaign', 'petition')),
  subject_id uuid not null,
  occurred_at timestamptz not null,
  ends_at timestamptz check (ends_at >= occurred_at),
  title text not null check (char_length(title) between 1 and 300),
  summary text not null default '' check (char_length(summary) <= 2000),
  person_id uuid,
  unit_id uuid,
  state text check (char_length(state) between 1 and 40),
  facts jsonb not null default '{}',
  audience_unit_ids uuid[],
  audience_person_ids uuid[] not null default '{}',
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, task_card_id, kind, subject_id),
  foreign key (tenant_id, task_card_id) references public.task_card (tenant_id, id)
);
create index achievement_by_time on public.achievement (tenant_id, task_card_id, occurred_at, id);
create index achievement_by_subject on public.achievement (tenant_id, kind, subject_id);

-- What work knows of a petition from its events: enough to tie it to the cards it belongs to.
create table public.task_petition (
  tenant_id uuid not null,
  petition_id uuid not null,
  service_key text,
  received_at timestamptz,
  unit_id uuid,
  person_id uuid,
  state text not null check (state in ('received', 'assigned', 'closed', 'reopened', 'withdrawn', 'transferred')),
  overall integer check (overall between 1 and 5),
  -- Cards that people tied by hand, beside those found by the service.
  tied_card_ids uuid[] not null default '{}',
  -- Cards from which people took it: the service brings it there no more.
  untied_card_ids uuid[] not null default '{}',
  primary key (tenant_id, petition_id)
);
create index task_petition_by_unit on public.task_petition (tenant_id, unit_id, received_at);

select platform.protect('public.managed_task');
select platform.protect('public.task_card');
select platform.protect('public.task_phase', 'full');
select platform.protect('public.task_quality_stage');
select platform.protect('public.task_quality_answer', 'append-only');
select platform.protect('public.task_publicity');
select platform.protect('public.task_target_group');
select platform.protect('public.task_mark');
select platform.protect('public.task_change', 'append-only');
select platform.protect('public.achievement', 'full');
select platform.protect('public.task_petition');
