-- Evidence from documents and tasks (R31): grades, phases, quality checks and directives beside petitions.

alter table public.evidence drop constraint evidence_source_check;
alter table public.evidence add constraint evidence_source_check check (source in ('satisfaction', 'processing-compliance',
  'processing-days', 'document-grade', 'phase-compliance', 'quality-check', 'directive-compliance'));

alter table public.evidence drop constraint evidence_subject_type_check;
alter table public.evidence add constraint evidence_subject_type_check
  check (subject_type in ('petition', 'document', 'phase', 'quality-stage', 'directive'));
