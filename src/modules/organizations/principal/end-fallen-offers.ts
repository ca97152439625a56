import type { Parts } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { displayNameOf } from '../../people/index.ts';
import { nameOf } from '../name-of.ts';
import { tellPerson } from '../tell-person.ts';
import { handoverCancelled } from './principal-handover.mails.ts';
import { STANDS, type PrincipalHandoverFacts } from './principal-handover.rows.ts';

type Party =
  'fromPersonId' | 'fromGivenName' | 'fromFamilyName' | 'toPersonId' | 'toGivenName' | 'toFamilyName';

interface FallenOffer extends Pick<PrincipalHandoverFacts, Party> {
  readonly endedWhy: 'EXPIRED' | 'OVERTAKEN';
  readonly associationId: string;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
}

const endFallen = statement<FallenOffer>(
  'principal-handovers-end-fallen',
  `update principal_handover h set ended_at = least(h.expires_at, $2),
     ended_why = case when h.expires_at < $2 then 'EXPIRED' else 'OVERTAKEN' end
   from organization o, person giver, person taker
   where h.organization_id = any ($1::uuid[]) and h.ended_at is null and not (${STANDS})
     and o.id = h.organization_id and giver.id = h.from_person_id and taker.id = h.to_person_id
   returning h.ended_why as "endedWhy", o.association_id as "associationId",
     o.public_name_fr as "publicNameFr", o.public_name_en as "publicNameEn",
     giver.id as "fromPersonId", giver.given_name as "fromGivenName", giver.family_name as "fromFamilyName",
     taker.id as "toPersonId", taker.given_name as "toGivenName", taker.family_name as "toFamilyName"`,
);

/**
 * Whatever an organization's offer needed and lost, it is over for good, and both are told: it would stand again, unasked
 * for, once somebody has their rights back. For every act that takes roles or rights, after it did; and for those that
 * give some, before. In a transaction that holds the organizations.
 */
export async function endFallenOffers(
  parts: Pick<Parts, 'clock' | 'random' | 'vault'>,
  tx: Tx,
  organizationIds: readonly string[],
): Promise<void> {
  for (const fallen of await within(tx, endFallen, [organizationIds, parts.clock.now()])) {
    // Both were told the last day.
    if (fallen.endedWhy === 'EXPIRED') continue;
    const from = displayNameOf({ givenName: fallen.fromGivenName, familyName: fallen.fromFamilyName });
    const to = displayNameOf({ givenName: fallen.toGivenName, familyName: fallen.toFamilyName });
    const why = 'OVERTAKEN' as const;
    for (const personId of [fallen.fromPersonId, fallen.toPersonId])
      await tellPerson(parts, tx, {
        personId,
        associationId: fallen.associationId,
        letter: handoverCancelled,
        values: locale => ({ organization: nameOf(fallen, locale), from, to, why }),
      });
  }
}
