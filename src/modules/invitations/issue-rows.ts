import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { actorOf } from '../accounts/index.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { mayInviteTo } from './invitations-in-care.ts';
import { judgeDraft, type SendableDraft } from './judge-draft.ts';
import { putInvitations } from './put-invitations.ts';
import { readDraft, type InvitationDraft } from './read-draft.ts';
import { stationeryOf, type Stationery } from './send-invitation.ts';

export interface IssuedRow {
  readonly outcome: InvitationRowOutcome;
  /** The new invitation, or the live one that was there before. */
  readonly invitationId: string | null;
}

/** What became of a row before anything was written, or the row that can be sent. */
export type JudgedRow = SendableDraft | InvitationRowOutcome;

/** Judges a row as the signed-in person's; together, rows are judged in as many reads as one. */
export async function judgeRow(
  context: Context,
  association: AssociationEntity,
  draft: InvitationDraft,
): Promise<JudgedRow> {
  const read = readDraft(draft);
  return isOutcome(read)
    ? read
    : judgeDraft(context, association, read, target => mayInviteTo(context, target));
}

export async function stationeryByLocale(
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

/** Sends those of the rows that can be sent; the result has a place for each row. */
export async function issueJudged(
  context: Context,
  tx: Tx,
  judged: readonly JudgedRow[],
  { act, stationery }: { readonly act: string; readonly stationery: Record<Locale, Stationery> },
): Promise<readonly IssuedRow[]> {
  const sendables = judged.flatMap(row => (isOutcome(row) ? [] : row));
  const { accountId: inviterAccountId } = actorOf(context);
  const put = await putInvitations(context, tx, sendables, { stationery, act, inviterAccountId });
  const results = put.values();
  return judged.map(row => {
    if (isOutcome(row)) return { outcome: row, invitationId: null };
    const result = results.next().value;
    if (!result) throw new Error('a row was put without a result');
    return { outcome: result.outcome, invitationId: idOf(result) };
  });
}

function idOf(result: Awaited<ReturnType<typeof putInvitations>>[number]): string | null {
  if (result.outcome === InvitationRowOutcome.SENT) return result.row.id;
  return result.outcome === InvitationRowOutcome.ALREADY_INVITED ? result.invitationId : null;
}

const isOutcome = <T>(judged: T | InvitationRowOutcome): judged is InvitationRowOutcome =>
  typeof judged === 'string';
