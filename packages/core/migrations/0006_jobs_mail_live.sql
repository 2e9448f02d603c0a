-- Jobs, mail and the schema of the job queue.

-- What screens read of a job: its state and progress. The queue itself may be lost; this is the truth.
create table public.job_run (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  ids jsonb not null,
  dedupe_key text not null,
  state text not null default 'requested'
    check (state in ('requested', 'running', 'retrying', 'succeeded', 'failed', 'cancelled')),
  progress_done integer not null default 0 check (progress_done >= 0),
  progress_total integer check (progress_total >= 0),
  attempts integer not null default 0,
  requested_by uuid,
  requested_at timestamptz not null default clock_timestamp(),
  touched_at timestamptz not null default clock_timestamp(),
  started_at timestamptz,
  finished_at timestamptz,
  cancel_requested_at timestamptz,
  error_code text,
  result jsonb,
  primary key (tenant_id, id),
  unique (tenant_id, name, dedupe_key)
);
create index job_run_unfinished on public.job_run (tenant_id, touched_at)
  where state in ('requested', 'running', 'retrying');
select platform.protect('public.job_run');
create policy owner_sweep on public.job_run for select to harmony_owner using (true);

-- A mail is written in the transaction of the act it tells about and delivered by a job.
create table public.mail_outbox (
  tenant_id uuid not null,
  id uuid not null,
  to_address text not null,
  -- Whose mailbox shows it in the demo; null for an address without an account.
  to_account_id uuid,
  subject text not null,
  body text not null,
  template text not null,
  params jsonb not null,
  locale text not null check (locale in ('ko', 'en')),
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  -- True when a worker died between handing it to the mail server and noting so.
  possibly_twice boolean not null default false,
  last_error text,
  created_at timestamptz not null default clock_timestamp(),
  touched_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  primary key (tenant_id, id)
);
create index mail_outbox_unfinished on public.mail_outbox (tenant_id, touched_at) where state in ('pending', 'sending');
create index mail_outbox_account on public.mail_outbox (tenant_id, to_account_id, id);
select platform.protect('public.mail_outbox');
create policy owner_sweep on public.mail_outbox for select to harmony_owner using (true);

-- Which tenants have jobs or mails that nobody has touched for so long: ids only.
create function platform.tenants_with_stale_jobs(older_than interval) returns table (tenant_id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select j.tenant_id from public.job_run j
    where j.state in ('requested', 'running', 'retrying') and j.touched_at < clock_timestamp() - older_than group by 1
  union
  select m.tenant_id from public.mail_outbox m
    where m.state in ('pending', 'sending') and m.touched_at < clock_timestamp() - older_than group by 1
$$;
revoke all on function platform.tenants_with_stale_jobs(interval) from public;
grant execute on function platform.tenants_with_stale_jobs(interval) to harmony_worker;

-- BullMQ's own tables and functions are made here by the migrator; only the worker may use them.
create schema bullmq;
revoke all on schema bullmq from public;
grant usage on schema bullmq to harmony_worker;
alter default privileges in schema bullmq grant select, insert, update, delete on tables to harmony_worker;
alter default privileges in schema bullmq grant usage, select on sequences to harmony_worker;
