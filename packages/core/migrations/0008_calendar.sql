-- An agency's own working days. A year without a row follows the official table where there is one and is unknown otherwise.
create table public.calendar_year (
  tenant_id uuid not null,
  year integer not null check (year between 1989 and 9999),
  -- official: the days below change the official table; none: they are the whole table (weekends are always off).
  base text not null check (base in ('official', 'none')),
  loaded_at timestamptz not null,
  primary key (tenant_id, year)
);

create table public.calendar_day (
  tenant_id uuid not null,
  date date not null,
  year integer not null generated always as (extract(year from date)::integer) stored,
  kind text not null check (kind in ('holiday', 'workday')),
  name text not null check (char_length(name) between 1 and 100),
  primary key (tenant_id, date),
  foreign key (tenant_id, year) references public.calendar_year (tenant_id, year) on delete cascade
);

select platform.protect('public.calendar_year', 'full');
select platform.protect('public.calendar_day', 'full');
