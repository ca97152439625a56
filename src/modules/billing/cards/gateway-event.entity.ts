import { Entity } from 'typeorm';
import { Instant, Text, TextKey } from '../../../platform/database/columns.ts';

/** A message of a gateway, kept once however often it comes. What it said is not kept: it is looked up. */
@Entity('gateway_event')
export class GatewayEventEntity {
  @TextKey()
  gateway!: string;

  @TextKey()
  eventId!: string;

  @Text()
  kind!: string;

  /** The gateway's reference of the payment. */
  @Text({ nullable: true })
  reference!: string | null;

  @Instant()
  receivedAt!: Date;

  @Instant({ nullable: true })
  handledAt!: Date | null;
}
