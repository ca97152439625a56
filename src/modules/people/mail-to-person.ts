import type { Locale } from '../../kernel/locale.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';

export interface PersonMailTo {
  readonly to: string;
  readonly locale: Locale;
}

const addressOfPerson = statement<PersonMailTo>(
  'person-mail-to',
  `select coalesce(p.contact_email, d.address) as "to", p.locale
   from person p left join account_address d on d.account_id = p.account_id and d.is_primary
   where p.id = $1 and p.died_on is null and coalesce(p.contact_email, d.address) is not null`,
);

/**
 * Where an association writes to somebody on file: the address they gave for it, or their account's. Null without
 * either, and for the dead.
 */
export async function mailToPerson(tx: Tx, personId: string): Promise<PersonMailTo | null> {
  const [found] = await within(tx, addressOfPerson, [personId]);
  return found ?? null;
}
