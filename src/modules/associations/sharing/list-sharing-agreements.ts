import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { readWalk, walkByInstant } from '../../../platform/graphql/instant-walk.ts';
import type { SharingAgreementEntity } from './sharing-agreement.entity.ts';
import { SharingAgreement } from './sharing-agreement.type.ts';

const ofBody = walkByInstant<SharingAgreementEntity>('sharing-agreements', {
  columns: `id, from_association_id as "fromAssociationId", to_association_id as "toAssociationId", kinds,
    purpose_fr as "purposeFr", purpose_en as "purposeEn", from_at as "fromAt", to_at as "toAt"`,
  from: 'from sharing_agreement where (from_association_id = $1 or to_association_id = $1)',
  values: 1,
  instant: 'from_at',
});

/** The agreements of a body at either end, ended ones included. Whoever asks judges who may see them. */
export const listSharingAgreements = (
  context: Context,
  associationId: string,
  args: ConnectionArgs,
): Promise<Page<SharingAgreement>> =>
  readWalk(context, ofBody, [associationId], args, row => new SharingAgreement(row));
