-- Corrections are few: whether a row is superseded is looked up among them alone.
create index evidence_superseding on public.evidence (tenant_id, subject_id, source, revision) where revision > 2;
