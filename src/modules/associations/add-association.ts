import { newId, type AssociationId } from '../../kernel/id.ts';
import type { Parts } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { AssociationEntity } from './association.entity.ts';
import { isOnSiteOf } from './own-site.ts';
import { StaffRole } from './staff.enums.ts';

/** All that makes an association; `parent` is null for the top of a tree. */
export type NewAssociation = Omit<
  AssociationEntity,
  'id' | 'parentId' | 'rootId' | 'pagesClientId' | keyof typeof USUAL
> &
  Partial<Pick<AssociationEntity, keyof typeof USUAL>> & {
    readonly parent: Pick<AssociationEntity, 'id' | 'rootId'> | null;
  };

/** What holds for an association that says nothing about it. */
export const USUAL = {
  homeProvince: null,
  brandLogoUrl: null,
  supportTollFreePhone: null,
  recoveryPolicy: 'IDENTIFIER',
  oldPasswords: 'ACCEPT',
  resetLinkMinutes: 60,
  handoverApproval: 'NONE',
  transferAcceptance: 'MANUAL',
  factorRoles: Object.values(StaffRole),
  secondPersonAbove: null,
  approvalAboveCents: null,
  intentDays: 30,
  changeDueDays: 30,
  changesBilledTo: 'HOLDER',
  nsfFeeCents: null,
} as const;

/**
 * Puts a body into its tree. Which client has its pages is said later: the client belongs to it. RangeError says what
 * does not fit.
 */
export async function addAssociation(
  { clock, random }: Pick<Parts, 'clock' | 'random'>,
  tx: Tx,
  { parent, ...given }: NewAssociation,
): Promise<AssociationEntity> {
  const facts = { ...USUAL, ...given };
  const { brandLogoUrl } = facts;
  if (brandLogoUrl !== null && !isOnSiteOf(facts, brandLogoUrl))
    throw new RangeError(`${brandLogoUrl} is no https address on the association's own site`);

  const id = newId<'Association'>(clock, random);
  const row = Object.assign(new AssociationEntity(), facts, {
    id,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? id,
    pagesClientId: null,
  });
  await tx.insert(AssociationEntity, row);
  return row;
}

/** Says whose pages the links in an association's mails open; null leaves that to the nearest body above. */
export async function usePagesOf(
  tx: Tx,
  associationId: AssociationId,
  clientId: AssociationEntity['pagesClientId'],
): Promise<void> {
  await tx.update(AssociationEntity, { id: associationId }, { pagesClientId: clientId });
}
