import { Check, Entity, ForeignKey, Index, Unique } from 'typeorm';
import type { AccountId, AssociationId, OrganizationId, PaymentId, PersonId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import {
  CalendarDay,
  Cents,
  Instant,
  Key,
  OneOf,
  Reference,
  Text,
} from '../../../platform/database/columns.ts';
import { PAYMENT_METHODS, type PaymentMethod } from './payment-words.ts';

/** Money that came in. To which lines it went is in the ledger. */
@Entity('payment')
@Unique(['gateway', 'gatewayReference'])
@Unique(['receiverId', 'bankTransaction'])
@OneOf('payment', 'method', Object.values(PAYMENT_METHODS))
@Check('payment_cents_check', 'cents > 0')
@Check('payment_one_payer', 'num_nonnulls(payer_person_id, payer_organization_id, payer_association_id) <= 1')
@Check('payment_gateway', `(method = 'CARD') = (gateway is not null)`)
@Index('payment_receiver_id_received_at_idx', ['receiverId', 'receivedAt', 'id'])
export class PaymentEntity {
  @Key()
  id!: PaymentId;

  /** In whose hands it came. */
  @ForeignKey('association')
  @Reference()
  receiverId!: AssociationId;

  @Text()
  method!: PaymentMethod;

  @Cents()
  cents!: bigint;

  @Instant()
  receivedAt!: Date;

  @CalendarDay()
  receivedOn!: LocalDate;

  @Index()
  @ForeignKey('person')
  @Reference({ nullable: true })
  payerPersonId!: PersonId | null;

  @Index()
  @ForeignKey('organization')
  @Reference({ nullable: true })
  payerOrganizationId!: OrganizationId | null;

  @ForeignKey('association')
  @Reference({ nullable: true })
  payerAssociationId!: AssociationId | null;

  /** As it stands on the cheque or in the file of the bank. */
  @Text({ nullable: true })
  payerName!: string | null;

  /** Whom its receipt names, for good; null where nobody knows who paid. */
  @Text({ nullable: true })
  receiptName!: string | null;

  @Text({ nullable: true })
  reference!: string | null;

  @Text({ nullable: true })
  gateway!: string | null;

  @Text({ nullable: true })
  gatewayReference!: string | null;

  @Text({ nullable: true })
  bankTransaction!: string | null;

  /** Null where no person did: a gateway told. */
  @ForeignKey('account')
  @Reference({ nullable: true })
  recordedBy!: AccountId | null;
}
