import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { mailToPerson } from '../mail-to-person.ts';
import { personsOfAccount } from '../person.loaders.ts';
import { personRecordsJoined, personRecordsSeparated } from './merge.mails.ts';
import { nameIn, type Merging, type Mover, type Told } from './merging.ports.ts';
import { personRecordMover } from './people-movers.ts';

const holdAccounts = statement(
  'merge-hold-accounts-of-persons',
  `select from account where id in (select account_id from person where id = any ($1::uuid[]))
   order by id for no key update`,
);
const holdOrganizations = statement(
  'merge-hold-organizations-of-persons',
  `select from organization where id in (select organization_id from delegation where person_id = any ($1::uuid[]))
   order by id for no key update`,
);
const withAccount = statement<{ readonly id: string }>(
  'merge-persons-with-account',
  'select id from person where id = any ($1::uuid[]) and account_id is not null',
);

/** How persons are merged; the modules above bring what they keep of them. */
export const personMerging = (movers: readonly Mover[]): Merging => ({
  table: 'person',
  movers: [personRecordMover, ...movers],
  async holdFirst(tx, ids) {
    await within(tx, holdOrganizations, [ids]);
    await within(tx, holdAccounts, [ids]);
  },
  async isOwn(context, ids) {
    if (context.actor === null) return false;
    const own = await context.load(personsOfAccount, context.actor.accountId);
    return own.some(({ id }) => ids.includes(id));
  },
  tell: tellPersons,
});

/** Whoever has no account sees nothing of their record, and so nothing of this. */
async function tellPersons(
  context: Context,
  tx: Tx,
  { kept, other, associationId, names, what }: Told,
): Promise<void> {
  const letter = what === 'JOINED' ? personRecordsJoined : personRecordsSeparated;
  const told = new Set<string>();
  for (const { id: personId } of await within(tx, withAccount, [[kept, other]])) {
    const reader = await mailToPerson(tx, personId);
    if (reader === null || told.has(reader.to)) continue;
    told.add(reader.to);
    const { to, locale } = reader;
    const values = { kept: nameIn(names.kept, locale), other: nameIn(names.other, locale) };
    await queueMail(context, tx, { letter, to, locale, associationId, personId, values });
  }
}
