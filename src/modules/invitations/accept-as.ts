import type { AccountId } from '../../kernel/id.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { refuse } from '../../platform/problem.ts';
import { AccountKind, holdAccount } from '../accounts/index.ts';
import { displayNameOf, openMergeTask, PersonEntity } from '../people/index.ts';
import { tellOfAcceptance, type NewsReader } from './acceptance-news.ts';
import type { FoundInvitation } from './find-invitation.ts';
import { giveRecord, type Standing } from './give-record.ts';
import { giveTarget } from './give-target.ts';
import { InvitationTargetKind } from './invitation.enums.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { InvitationTargetTaken, RepresentedNeedsOwnAccount } from './invitation.problems.ts';
import { contactSupport } from './next-steps.ts';

/** What is read about an acceptance before its transaction opens. */
export interface Acceptance {
  readonly act: string;
  /** The person whom the invitation names. */
  readonly named: PersonEntity;
  readonly standing: readonly Standing[];
  /** Of an account that is opened for that person: nobody's alone where others stand for them. */
  readonly kind: AccountKind;
  readonly readers: readonly NewsReader[];
}

/** What happens once the invitation is claimed, whoever accepts it. */
export async function acceptAs(
  context: Context,
  tx: Tx,
  found: FoundInvitation,
  accountId: AccountId,
  acceptance: Acceptance,
): Promise<void> {
  const { row } = found;
  const { act, readers } = acceptance;
  // One account may accept two invitations at the same moment: the second sees what the first has given.
  await refuseRepresented(context, tx, found, accountId, acceptance);
  const person = await personFor(context, tx, found, accountId, acceptance);
  await giveTarget(context, tx, found, { accountId, personId: person.id });
  await tx.update(InvitationEntity, { id: row.id }, { acceptedByAccountId: accountId });
  await tellOfAcceptance(context, tx, found, { readers, accepter: displayNameOf(person) });
  await recordAudit(context, tx, {
    act,
    subjectKind: 'Invitation',
    subjectId: row.id,
    associationId: row.associationId,
    after: { accountId, personId: person.id, targetKind: row.targetKind },
  });
}

/**
 * Whoever stands for somebody acts for them and is not them: the record of an estate or a company is given to an
 * account of its own, and to nobody's. Whose it is already keeps it. Holds the account.
 */
export async function refuseRepresented(
  context: Context,
  tx: Tx,
  { association }: FoundInvitation,
  accountId: AccountId,
  { named, kind: wanted }: Acceptance,
): Promise<void> {
  const { kind } = await holdAccount(tx, accountId);
  if (wanted !== AccountKind.NON_PERSONAL || kind === wanted || named.accountId === accountId) return;
  refuse(new RepresentedNeedsOwnAccount(contactSupport(context, association)));
}

/**
 * The account belongs to the person whom the invitation names. Where it has another record already, a role goes to
 * that record and staff are asked whether the two are one person; a record or membership stays with the one named.
 */
async function personFor(
  context: Context,
  tx: Tx,
  { row, association }: FoundInvitation,
  accountId: AccountId,
  { named, standing }: Acceptance,
): Promise<PersonEntity> {
  const own = await tx.find(PersonEntity, {
    where: { accountId, associationId: association.id },
    order: { addedAt: 'ASC', id: 'ASC' },
  });
  const other = own.some(person => person.id === named.id) ? undefined : own[0];
  if (other) {
    const names = { keptPersonId: other.id, otherPersonId: named.id };
    await openMergeTask(context, tx, { associationId: association.id, ...names });
    if (isRole(row)) return other;
  }
  const attachment = await giveRecord(context, tx, { personId: named.id, accountId, standing });
  if (attachment === 'HELD_BY_ANOTHER') refuse(new InvitationTargetTaken(new NextStep(NextStepKind.SIGN_IN)));
  return named;
}

const isRole = ({ targetKind }: InvitationEntity): boolean =>
  targetKind === InvitationTargetKind.DELEGATION || targetKind === InvitationTargetKind.STAFF_ROLE;
