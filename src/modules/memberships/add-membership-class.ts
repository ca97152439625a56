import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { MembershipClassEntity } from './membership-class.entity.ts';

export type NewMembershipClass = Omit<MembershipClassEntity, 'id' | 'associationId' | 'delegateLimit'> &
  Partial<Pick<MembershipClassEntity, 'delegateLimit'>> & { readonly associationId: string };

/** Opens a class of membership. */
export async function addMembershipClass(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  wanted: NewMembershipClass,
): Promise<MembershipClassEntity> {
  const row = Object.assign(new MembershipClassEntity(), { delegateLimit: null }, wanted, {
    id: newId<'MembershipClass'>(clock, random),
    associationId: wanted.associationId as AssociationId,
  });
  await tx.insert(MembershipClassEntity, row);
  return row;
}
