import type {
  AssociationId,
  MembershipClassId,
  MembershipId,
  MembershipTransferId,
  PersonId,
} from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';
import type { TransferAsker, TransferEnd, TransferStanding } from './transfer-words.ts';

/** A request with whom it is about. */
export interface TransferFacts {
  readonly id: MembershipTransferId;
  readonly membershipId: MembershipId;
  readonly memberNumber: string;
  readonly personId: PersonId;
  readonly holderName: string;
  readonly sendingId: AssociationId;
  readonly receivingId: AssociationId;
  readonly classId: MembershipClassId;
  readonly certificateEligible: boolean;
  readonly wantedOn: LocalDate;
  readonly askedBy: TransferAsker;
  readonly askedAt: Date;
  /** Cents, as text. */
  readonly shownCents: string;
  readonly answerBy: Date;
  readonly expiresAt: Date;
  readonly standing: TransferStanding | null;
  readonly standingNote: string | null;
  readonly standingAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedWhy: TransferEnd | null;
  readonly reason: string | null;
  readonly effectiveOn: LocalDate | null;
  readonly newMembershipId: MembershipId | null;
}

export const TRANSFER_COLUMNS = `t.id, t.membership_id as "membershipId", m.member_number as "memberNumber",
  m.person_id as "personId", p.given_name || ' ' || p.family_name as "holderName", t.sending_id as "sendingId",
  t.receiving_id as "receivingId", t.class_id as "classId", c.certificate_eligible as "certificateEligible",
  t.wanted_on::text as "wantedOn", t.asked_by as "askedBy", t.asked_at as "askedAt",
  t.shown_cents::text as "shownCents", t.answer_by as "answerBy", t.expires_at as "expiresAt", t.standing,
  t.standing_note as "standingNote", t.standing_at as "standingAt", t.ended_at as "endedAt",
  t.ended_why as "endedWhy", t.reason, t.effective_on::text as "effectiveOn",
  t.new_membership_id as "newMembershipId"`;

export const TRANSFER_SOURCE = `membership_transfer t
  join membership m on m.id = t.membership_id
  join person p on p.id = m.person_id
  join membership_class c on c.id = t.class_id`;

const byId = statement<TransferFacts>(
  'transfers-by-id',
  `select ${TRANSFER_COLUMNS} from ${TRANSFER_SOURCE} where t.id = any ($1::uuid[])`,
);

export const transferById: Loader<string, TransferFacts | null> = defineLoader(
  async ({ db }: Context, ids: readonly string[]) => {
    const rows = await db.read(byId, [ids]);
    return ids.map(id => rows.find(row => row.id === id) ?? null);
  },
);

const openOf = statement<{ readonly membershipId: string }>(
  'transfers-open-of-memberships',
  `select membership_id as "membershipId" from membership_transfer
   where membership_id = any ($1::uuid[]) and ended_at is null and expires_at >= $2`,
);

/** Whether somebody has asked for a transfer of a membership that still waits. */
export const openTransferOfMembership: Loader<string, boolean> = defineLoader(
  async ({ db, clock }: Context, ids: readonly string[]) => {
    const rows = await db.read(openOf, [ids, clock.now()]);
    return ids.map(id => rows.some(({ membershipId }) => membershipId === id));
  },
);

const endingOf = statement<Pick<TransferFacts, 'expiresAt' | 'endedWhy'>>(
  'transfer-ending',
  'select expires_at as "expiresAt", ended_why as "endedWhy" from membership_transfer where id = $1',
);

/** As a transaction sees it now, whatever was read before. */
export async function transferEnding(
  tx: Tx,
  id: string,
): Promise<Pick<TransferFacts, 'expiresAt' | 'endedWhy'>> {
  const [ending] = await within(tx, endingOf, [id]);
  if (!ending) throw new Error('a transfer is gone that was just read');
  return ending;
}
