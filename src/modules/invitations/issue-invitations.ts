import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { once } from '../../platform/database/idempotency.ts';
import { actorOf } from '../accounts/index.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { associationInCare } from './association-in-care.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { mayInviteTo } from './invitations-in-care.ts';
import { judgeDraft, type SendableDraft } from './judge-draft.ts';
import { liveInvitation } from './live-invitation.ts';
import { putInvitation } from './put-invitation.ts';
import { readDraft, type InvitationDraft } from './read-draft.ts';
import { stationeryOf, type Stationery } from './send-invitation.ts';

export const MOST_ROWS = 250;

export interface IssueInvitations {
  readonly associationId: string;
  readonly invitations: readonly InvitationDraft[];
  readonly idempotencyKey?: string | undefined;
}

export interface IssuedRow {
  readonly outcome: InvitationRowOutcome;
  /** The new invitation, or the live one that was there before. */
  readonly invitationId: string | null;
}

const { ALREADY_INVITED, SENT } = InvitationRowOutcome;

/** Invites up to 250 people at once. A row that cannot be sent does not hold up the others. */
export async function issueInvitations(
  context: Context,
  { idempotencyKey: key, ...input }: IssueInvitations,
): Promise<readonly IssuedRow[]> {
  const association = await associationInCare(context, input.associationId);
  const judged = await Promise.all(input.invitations.map(draft => judge(context, association, draft)));
  const stationery = await stationeryByLocale(context, association);

  return once(context, { operation: 'issueInvitations', key, input }, async tx => {
    const rows: IssuedRow[] = judged.map(row => ({
      outcome: isOutcome(row) ? row : SENT,
      invitationId: null,
    }));
    for (const { place, sendable } of inOrderOfTarget(judged)) {
      rows[place] = await issueOne(context, tx, sendable, stationery[sendable.draft.locale]);
    }
    return rows;
  });
}

async function judge(
  context: Context,
  association: AssociationEntity,
  draft: InvitationDraft,
): Promise<SendableDraft | InvitationRowOutcome> {
  const read = readDraft(draft);
  return isOutcome(read)
    ? read
    : judgeDraft(context, association, read, target => mayInviteTo(context, target));
}

async function stationeryByLocale(
  context: Context,
  association: AssociationEntity,
): Promise<Record<Locale, Stationery>> {
  const inviterAccountId = actorOf(context).accountId;
  const [french, english] = await Promise.all(
    (['fr-CA', 'en-CA'] as const).map(locale =>
      stationeryOf(context, association, { locale, inviterAccountId }),
    ),
  );
  if (!french || !english) throw new Error('there are two languages');
  return { 'fr-CA': french, 'en-CA': english };
}

/** Two lists with the same rows in another order wait for each other instead of deadlocking in the unique index. */
function inOrderOfTarget(
  judged: readonly (SendableDraft | InvitationRowOutcome)[],
): readonly { readonly place: number; readonly sendable: SendableDraft }[] {
  const keyOf = ({ draft, targetKey }: SendableDraft): string => `${draft.address.normalized} ${targetKey}`;
  return judged
    .flatMap((sendable, place) => (isOutcome(sendable) ? [] : [{ place, sendable, key: keyOf(sendable) }]))
    .sort((a, b) => (a.key === b.key ? a.place - b.place : a.key < b.key ? -1 : 1));
}

async function issueOne(
  context: Context,
  tx: Tx,
  sendable: SendableDraft,
  stationery: Stationery,
): Promise<IssuedRow> {
  const { accountId: inviterAccountId } = actorOf(context);
  const put = await putInvitation(context, tx, sendable, {
    stationery,
    act: 'issueInvitations',
    inviterAccountId,
  });
  if (put) return { outcome: SENT, invitationId: put.row.id };
  const [live] = await within(tx, liveInvitation, [sendable.draft.address.normalized, sendable.targetKey]);
  return { outcome: ALREADY_INVITED, invitationId: live?.id ?? null };
}

const isOutcome = <T>(judged: T | InvitationRowOutcome): judged is InvitationRowOutcome =>
  typeof judged === 'string';
