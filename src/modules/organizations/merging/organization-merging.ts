import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { nameIn, personsOfActor, type Merging, type Mover, type Told } from '../../people/index.ts';
import { delegationsOfPersons } from '../delegation.loaders.ts';
import { tellPerson } from '../tell-person.ts';
import { organizationsJoined, organizationsSeparated } from './merge.mails.ts';
import { organizationRecordMover } from './organization-mover.ts';

const holdOrganizations = statement(
  'merge-hold-organizations',
  'select from organization where id = any ($1::uuid[]) order by id for update',
);
const holdAccounts = statement(
  'merge-hold-accounts-of-delegates',
  `select from account where id in (
     select p.account_id from delegation d join person p on p.id = d.person_id
     where d.organization_id = any ($1::uuid[]))
   order by id for no key update`,
);

// Those who act for one of the two now, or did until this instant.
const delegates = statement<{ readonly personId: string }>(
  'merge-delegates-to-tell',
  `select distinct person_id as "personId" from delegation
   where organization_id = any ($1::uuid[]) and from_at <= $2 and (to_at is null or to_at >= $2)
   order by person_id`,
);

/** How organizations are merged; the modules above bring what they keep of them. */
export const organizationMerging = (movers: readonly Mover[]): Merging => ({
  table: 'organization',
  movers: [organizationRecordMover, ...movers],
  async holdFirst(tx, ids) {
    await within(tx, holdOrganizations, [ids]);
    await within(tx, holdAccounts, [ids]);
  },
  async isOwn(context, ids) {
    const persons = await personsOfActor(context);
    const own = await Promise.all(persons.map(({ id }) => context.load(delegationsOfPersons, id)));
    return own.flat().some(({ organizationId }) => ids.includes(organizationId));
  },
  tell: tellDelegates,
});

async function tellDelegates(
  context: Context,
  tx: Tx,
  { kept, other, associationId, names, what }: Told,
): Promise<void> {
  const letter = what === 'JOINED' ? organizationsJoined : organizationsSeparated;
  for (const { personId } of await within(tx, delegates, [[kept, other], context.clock.now()]))
    await tellPerson(context, tx, {
      personId,
      associationId,
      letter,
      values: locale => ({ kept: nameIn(names.kept, locale), other: nameIn(names.other, locale) }),
    });
}
