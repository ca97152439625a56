import {
  newId,
  toPublicId,
  type AssociationId,
  type IdKind,
  type MembershipClassId,
  type MembershipId,
} from '../../src/kernel/id.ts';
import type { Portal } from '../support/portal.ts';

interface Leaving {
  readonly associationId: AssociationId;
  readonly membershipId: MembershipId;
  readonly classId: MembershipClassId;
}

/** A leave that is over, and a transfer that was withdrawn, to a body that nobody in the tests of rights looks from. */
export async function furnishLeaving(
  portal: Portal,
  { associationId, membershipId, classId }: Leaving,
  mark: string,
): Promise<Readonly<Record<Extract<IdKind, 'Hold' | 'MembershipTransfer'>, string>>> {
  const { clock, random, db } = portal.parts;
  const holdId = newId<'Hold'>(clock, random);
  const transferId = newId<'MembershipTransfer'>(clock, random);
  await db.transaction(async tx => {
    await tx.query(
      `insert into hold (id, membership_id, kind, from_on, to_on) values ($1, $2, 'LEAVE', '2025-05-01', '2025-06-01')`,
      [holdId, membershipId],
    );
    await tx.query(
      `insert into membership_transfer (id, membership_id, sending_id, receiving_id, class_id, wanted_on, asked_by, asked_at,
         shown_cents, answer_by, expires_at, ended_at, ended_why, reason)
       select $1, $2, own.id, other.id, $4, '2027-01-01', 'HOLDER', $5, 0, $5, $5, $5, 'WITHDRAWN', $6
       from association own join association other on other.root_id = own.root_id and other.id <> own.id
       where own.id = $3 and other.code = $7`,
      [
        ...[transferId, membershipId, associationId, classId, clock.now(), `Motif ${mark}`],
        `libre-${mark.toLowerCase()}`,
      ],
    );
  });
  return {
    Hold: toPublicId('Hold', holdId),
    MembershipTransfer: toPublicId('MembershipTransfer', transferId),
  };
}
