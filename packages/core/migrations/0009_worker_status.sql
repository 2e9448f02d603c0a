-- What health checks may know over all tenants: figures only.
create function platform.worker_status() returns table (pending bigint, dead bigint, oldest_seconds double precision,
  open_jobs bigint, oldest_job_seconds double precision, open_mails bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select
    (select count(*) from public.outbox o where o.state = 'pending'),
    (select count(*) from public.outbox o where o.state = 'dead'),
    (select coalesce(extract(epoch from clock_timestamp() - min(o.recorded_at)), 0)::double precision
      from public.outbox o where o.state = 'pending'),
    (select count(*) from public.job_run j where j.state in ('requested', 'running', 'retrying')),
    (select coalesce(extract(epoch from clock_timestamp() - min(j.touched_at)), 0)::double precision
      from public.job_run j where j.state in ('requested', 'running', 'retrying')),
    (select count(*) from public.mail_outbox m where m.state in ('pending', 'sending'))
$$;
revoke all on function platform.worker_status() from public;
grant execute on function platform.worker_status() to harmony_app, harmony_worker;

-- The names of applied migrations, so a process can tell that its database is behind.
create function platform.applied_migrations() returns table (name text)
language sql stable security definer set search_path = pg_catalog as $$
  select a.name from harmony_migration.applied a order by 1
$$;
revoke all on function platform.applied_migrations() from public;
grant execute on function platform.applied_migrations() to harmony_app, harmony_worker;
