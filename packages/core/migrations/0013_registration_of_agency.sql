-- A registration is renewed and confirmed only in the agency it was begun in: elsewhere it is as unknown as any other.
drop function auth.renew_registration(uuid, text, interval);
drop function auth.confirm_registration(uuid, text, integer, uuid);

-- A fresh code for a waiting registration; returns the address to send it to, null when there is none.
create function auth.renew_registration(p_id uuid, p_tenant uuid, p_code_hash text, p_ttl interval) returns text
language sql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
  update auth.email_token set code_hash = p_code_hash, tries = 0, expires_at = clock_timestamp() + p_ttl
  where id = p_id and tenant_id = p_tenant and purpose = 'register'
  returning email
$$;

-- Turns a waiting registration into an account with its membership. Null when the code is wrong, late or
-- tried too often; the try counts either way.
create function auth.confirm_registration(
  p_id uuid, p_tenant uuid, p_code_hash text, p_max_tries integer, p_account uuid
) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, auth, pg_temp as $$
declare
  t auth.email_token;
  v_customer uuid := uuidv7();
begin
  update auth.email_token set tries = tries + 1
  where id = p_id and tenant_id = p_tenant and purpose = 'register' returning * into t;
  if not found or t.tries > p_max_tries or t.expires_at <= clock_timestamp() or t.code_hash <> p_code_hash then
    return null;
  end if;
  insert into auth.account (id, kind, email, name, phone, password_hash, email_verified_at)
  values (p_account, 'citizen', t.email, t.name, t.phone, t.password_hash, clock_timestamp())
  on conflict (email) do nothing;
  if not found then return null; end if;
  insert into auth.membership (account_id, tenant_id, kind, customer_id) values (p_account, t.tenant_id, 'citizen', v_customer);
  delete from auth.email_token where email = t.email;
  return jsonb_build_object('accountId', p_account, 'customerId', v_customer, 'email', t.email);
end $$;

revoke all on function
  auth.renew_registration(uuid, uuid, text, interval),
  auth.confirm_registration(uuid, uuid, text, integer, uuid)
from public;
grant execute on function
  auth.renew_registration(uuid, uuid, text, interval),
  auth.confirm_registration(uuid, uuid, text, integer, uuid)
to harmony_app;
