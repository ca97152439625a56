import type { InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { once } from '../../platform/database/idempotency.ts';
import { Refusal } from '../../platform/problem.ts';
import type { AssociationEntity } from '../associations/index.ts';
import { DelegateLimitReached } from '../organizations/index.ts';
import { InvitationRowOutcome } from './invitation.enums.ts';
import { judgeDraft } from './judge-draft.ts';
import { putInvitation } from './put-invitation.ts';
import { readDraft, type InvitationDraft } from './read-draft.ts';
import { stationeryOf } from './send-invitation.ts';

export interface IssuedCode {
  readonly invitationId: InvitationId;
  readonly code: string;
}

export interface InviteForNobody {
  /** The act in the words of the API. */
  readonly operation: string;
  readonly key: string | undefined;
  readonly refuse: (outcome: InvitationRowOutcome) => never;
}

/**
 * Issues one invitation that no person sends, and tells its code, which is otherwise in the mail alone. Who may have
 * that done, and for which association, is the caller's to judge.
 */
export async function inviteForNobody(
  context: Context,
  association: AssociationEntity,
  draft: InvitationDraft,
  { operation, key, refuse }: InviteForNobody,
): Promise<IssuedCode> {
  const read = readDraft(draft);
  const judged =
    typeof read === 'string'
      ? read
      : await judgeDraft(context, association, read, () => Promise.resolve(true));
  const { locale } = draft;
  const stationery = await stationeryOf(context, association, { locale, inviterAccountId: null });

  return once(context, { operation, key, input: { associationId: association.id, draft } }, async tx => {
    if (typeof judged === 'string') return refuse(judged);
    try {
      const issuing = { stationery, act: operation, inviterAccountId: null };
      const put = await putInvitation(context, tx, judged, issuing);
      if (put) return { invitationId: put.row.id, code: put.code };
    } catch (error) {
      const full = error instanceof Refusal && error.problem instanceof DelegateLimitReached;
      if (full) return refuse(InvitationRowOutcome.DELEGATE_LIMIT_REACHED);
      throw error;
    }
    return refuse(InvitationRowOutcome.ALREADY_INVITED);
  });
}
