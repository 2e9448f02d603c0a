-- What an operator decides about an agency as a whole; only the command line in the worker's role may.
create function shared.set_tenant_status(tenant_slug text, new_status text) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update shared.tenant set status = new_status where slug = tenant_slug and status <> new_status;
  return found;
end $$;
revoke all on function shared.set_tenant_status(text, text) from public;
grant execute on function shared.set_tenant_status(text, text) to harmony_worker;
