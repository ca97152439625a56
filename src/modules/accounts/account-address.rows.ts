/**
 * The addresses of accounts, and those that wait for their confirmation, as the API shows them. The conditions are
 * SQL of the statement that they become part of: which accounts, the purpose of secrets that change the primary
 * address, and the present instant. What takes the place of the primary address is looked for unless told otherwise.
 */
export const addressRows = ({
  accounts,
  emailChange,
  now,
  changes = true,
}: Readonly<Record<'accounts' | 'emailChange' | 'now', string>> & {
  readonly changes?: boolean;
}): string => `
  select d.account_id as "accountId", d.id, d.address, d.is_primary as "primary", d.verified_at as "verifiedAt",
    false as pending, ${changes ? changeOf(emailChange, now) : 'null::text'} as "pendingAddress",
    d.added_at as "since"
  from account_address d where d.account_id ${accounts}
  union all
  select w.account_id, w.id, w.address, false, null, true, null, w.asked_at
  from pending_address w where w.account_id ${accounts} and w.expires_at > ${now}
    and not exists (select from account_address o where o.account_id = w.account_id and o.normalized = w.normalized)`;

const changeOf = (emailChange: string, now: string): string => `(
      select s.facts ->> 'address' from one_time_secret s
      where d.is_primary and s.subject_id = d.account_id and s.purpose = ${emailChange}
        and s.used_at is null and s.replaced_at is null and s.expires_at > ${now}
      order by s.issued_at desc limit 1)`;

export const ADDRESS_ORDER = '"primary" desc, pending, "since", id';
