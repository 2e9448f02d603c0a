-- 정부기능분류체계 (R2, R3): six levels with stable ids, versions over the years, and the unit task as a work manual.

-- One state of the whole tree; `sequence` counts an agency's versions.
create table public.function_version (
  tenant_id uuid not null,
  id uuid not null,
  sequence integer not null check (sequence > 0),
  label text not null check (char_length(label) between 1 and 60),
  year integer not null check (year between 1948 and 2200),
  valid_from timestamptz not null,
  source text not null check (char_length(source) between 1 and 200),
  reason text not null check (char_length(reason) between 1 and 1000),
  imported_by uuid,
  imported_at timestamptz not null,
  -- How many nodes were added, renamed, moved, ended, revived, given to other units.
  summary jsonb not null,
  -- Each of them: kind, level, code, name, from, to.
  changes jsonb not null default '[]',
  primary key (tenant_id, id),
  unique (tenant_id, sequence),
  foreign key (tenant_id, imported_by) references public.person (tenant_id, id)
);
select platform.protect('public.function_version', 'append-only');

create table public.function_node (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (char_length(code) between 1 and 40),
  level text not null check (level in ('policy-field', 'policy-area', 'major-function', 'middle-function', 'minor-function', 'unit-task')),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant_id, id),
  unique (tenant_id, code)
);
select platform.protect('public.function_node', 'append-only');

-- How a node is called and where it hangs, from one version up to another (exclusive); null while it stands.
create table public.function_placement (
  tenant_id uuid not null,
  id uuid not null,
  node_id uuid not null,
  parent_id uuid,
  name text not null check (char_length(name) between 1 and 200),
  -- What a search looks through: the name, its 초성 and the code, in lower case without spaces.
  words text not null check (char_length(words) <= 600),
  sort integer not null,
  from_version integer not null,
  to_version integer check (to_version > from_version),
  primary key (tenant_id, id),
  unique (tenant_id, node_id, from_version),
  foreign key (tenant_id, node_id) references public.function_node (tenant_id, id),
  foreign key (tenant_id, parent_id) references public.function_node (tenant_id, id),
  foreign key (tenant_id, from_version) references public.function_version (tenant_id, sequence)
);
create unique index function_placement_open on public.function_placement (tenant_id, node_id) where to_version is null;
create index function_placement_parent on public.function_placement (tenant_id, parent_id);
select platform.protect('public.function_placement');

-- 단위과제: the node's id, with 속성정보 and 유관정보.
create table public.unit_task (
  tenant_id uuid not null,
  id uuid not null,
  code text not null check (char_length(code) between 1 and 40),
  unit_ids uuid[] not null default '{}',
  core_area text not null default '' check (char_length(core_area) <= 200),
  purpose text not null default '' check (char_length(purpose) <= 2000),
  description text not null default '' check (char_length(description) <= 10000),
  service_keys text[] not null default '{}',
  laws jsonb not null default '[]',
  regulations jsonb not null default '[]',
  budgets jsonb not null default '[]',
  organisations jsonb not null default '[]',
  changed_by uuid,
  changed_at timestamptz not null,
  version integer not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  foreign key (tenant_id, id) references public.function_node (tenant_id, id),
  foreign key (tenant_id, changed_by) references public.person (tenant_id, id)
);
create index unit_task_units on public.unit_task using gin (unit_ids);
create index unit_task_services on public.unit_task using gin (service_keys);
select platform.protect('public.unit_task');

-- Who changed what of a unit task, when and why.
create table public.unit_task_change (
  tenant_id uuid not null,
  id uuid not null,
  unit_task_id uuid not null,
  version integer not null,
  changed_by uuid,
  changed_at timestamptz not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  -- The changed fields only.
  before jsonb not null,
  after jsonb not null,
  primary key (tenant_id, id),
  unique (tenant_id, unit_task_id, version),
  foreign key (tenant_id, unit_task_id) references public.unit_task (tenant_id, id),
  foreign key (tenant_id, changed_by) references public.person (tenant_id, id)
);
select platform.protect('public.unit_task_change', 'append-only');
