import { Check, Entity, ForeignKey, Index } from 'typeorm';
import type { AssociationId, SharingAgreementId } from '../../../kernel/id.ts';
import { Instant, Key, Reference, Text, Texts } from '../../../platform/database/columns.ts';
import type { SharedKind } from './sharing.policy.ts';

/** What an independent body lets one above it see, from an instant to another. */
@Entity('sharing_agreement')
@Index('sharing_agreement_from_association_id_idx', ['fromAssociationId', 'fromAt', 'id'])
@Index('sharing_agreement_to_association_id_idx', ['toAssociationId', 'fromAt', 'id'])
@Check('sharing_agreement_apart', 'from_association_id <> to_association_id')
@Check('sharing_agreement_kinds', `kinds <@ array['MEMBERS', 'CONTACT'] and 'MEMBERS' = any (kinds)`)
@Check('sharing_agreement_in_order', 'to_at >= from_at')
export class SharingAgreementEntity {
  @Key()
  id!: SharingAgreementId;

  /** Whose members they are. */
  @ForeignKey('association')
  @Reference()
  fromAssociationId!: AssociationId;

  /** Whose staff see them. */
  @ForeignKey('association')
  @Reference()
  toAssociationId!: AssociationId;

  @Texts()
  kinds!: SharedKind[];

  @Text()
  purposeFr!: string;

  @Text()
  purposeEn!: string;

  @Instant()
  fromAt!: Date;

  @Instant({ nullable: true })
  toAt!: Date | null;
}
