import { In } from 'typeorm';
import type { InvitationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import { InvitationEntity } from './invitation.entity.ts';
import { Invitation } from './invitation.type.ts';
import type { IssuedRow } from './issue-rows.ts';

/** As it stands after an act, past the loaders. */
export async function invitationAfter({ db }: Context, id: InvitationId): Promise<Invitation> {
  return new Invitation(await db.entities.findOneByOrFail(InvitationEntity, { id }));
}

/** The invitation of each row that has one. */
export async function invitationsAfter(
  { db }: Context,
  rows: readonly Pick<IssuedRow, 'invitationId'>[],
): Promise<readonly (Invitation | null)[]> {
  const ids = rows.flatMap(row => row.invitationId ?? []) as InvitationId[];
  const found = await db.entities.findBy(InvitationEntity, { id: In(ids) });
  const byId = new Map<string, Invitation>(found.map(row => [row.id, new Invitation(row)]));
  return rows.map(row => byId.get(row.invitationId ?? '') ?? null);
}
