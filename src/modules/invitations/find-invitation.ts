import type { InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import { associationById, type AssociationEntity } from '../associations/index.ts';
import { digestOfCode, readInvitationCode } from './invitation-code.ts';
import { InvitationEntity } from './invitation.entity.ts';

/** An invitation together with the body that it speaks for. */
export interface FoundInvitation {
  readonly row: InvitationEntity;
  readonly association: AssociationEntity;
}

/** One that a code led to. */
export interface HeldInvitation extends FoundInvitation {
  /** The code was good once, and a newer one has been mailed since. */
  readonly replaced: boolean;
}

// The tree is asked for at once: a code of elsewhere costs what one costs that never was.
const idByDigest = statement<{ readonly id: InvitationId }>(
  'invitation-id-by-digest',
  `select i.id
   from invitation i join association a on a.id = i.association_id
   where a.root_id = $2 and (i.code_digest = $1
     or i.id = (select invitation_id from former_invitation_code where digest = $1))`,
);

/** What a typed code leads to in the caller's tree. Null for whatever never was a code, and for one of elsewhere. */
export async function findByCode(context: Context, typed: string): Promise<HeldInvitation | null> {
  const code = readInvitationCode(typed);
  if (code === null) return null;

  const digest = digestOfCode(code);
  const [hit] = await context.db.read(idByDigest, [digest, context.client?.rootId]);
  const found = hit && (await findInvitation(context, hit.id));
  // By the row that is acted on: a newer code may have been mailed between the two reads.
  return found ? { ...found, replaced: !found.row.codeDigest.equals(digest) } : null;
}

/** The invitation, if it belongs to the calling client's tree: trees do not see each other. */
export async function findInvitation(context: Context, id: InvitationId): Promise<FoundInvitation | null> {
  const row = await context.db.entities.findOneBy(InvitationEntity, { id });
  const association = row && (await context.load(associationById, row.associationId));
  return association && association.rootId === context.client?.rootId ? { row, association } : null;
}
