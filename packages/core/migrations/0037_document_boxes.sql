-- The boxes of a 결재함 look at what is under way, and at one's own that is not finished.
create index document_running on public.document (tenant_id, submitted_at, id) where state in ('in-review', 'on-hold');
create index document_unfinished on public.document (tenant_id, drafter_id, changed_at, id)
  where state in ('draft', 'returned', 'withdrawn', 'on-hold');
