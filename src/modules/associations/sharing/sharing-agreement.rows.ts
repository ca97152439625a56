import { In } from 'typeorm';
import type { SharingAgreementId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { defineLoader, forgetLoaded, type Loader } from '../../../platform/database/loader.ts';
import { mayAsStaff } from '../staff-rights.ts';
import { SharingAgreementEntity } from './sharing-agreement.entity.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';

/** Whoever asks judges who may see it. */
export const sharingAgreementById: Loader<string, SharingAgreementEntity | null> = defineLoader(
  async (context, ids: readonly string[]) => {
    const rows = await context.db.entities.findBy(SharingAgreementEntity, {
      id: In(ids as SharingAgreementId[]),
    });
    const byId = new Map<string, SharingAgreementEntity>(rows.map(row => [row.id, row]));
    return ids.map(id => byId.get(id) ?? null);
  },
);

/** The administrators of either end read it. */
export const mayReadSharing = async (
  context: Context,
  { fromAssociationId, toAssociationId }: SharingAgreementEntity,
): Promise<boolean> =>
  (await mayAsStaff(context, 'READ_SHARING', fromAssociationId)) ||
  (await mayAsStaff(context, 'READ_SHARING', toAssociationId));

/** The agreement as it stands after an act. */
export async function sharingAgreementAfter(context: Context, id: string): Promise<SharingAgreement> {
  forgetLoaded(context);
  const row = await context.load(sharingAgreementById, id);
  if (!row) throw new Error('an agreement went away');
  return new SharingAgreement(row);
}
