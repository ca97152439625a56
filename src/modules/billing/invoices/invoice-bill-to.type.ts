import { Field, Int, ObjectType } from 'type-graphql';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { BillToFacts } from './invoice-facts.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'To whom an invoice is addressed, apart from who owes it.',
})
export class InvoiceBillTo {
  @Field(() => Int, { description: 'From 1. A change makes another version, and the earlier ones stay.' })
  readonly version: number;

  @Field(() => String)
  readonly name: string;

  @Field(() => String, { nullable: true, description: 'Somebody there, or a department.' })
  readonly attention: string | null;

  @Field(() => String, { nullable: true })
  readonly street: string | null;

  @Field(() => String, { nullable: true })
  readonly street2: string | null;

  @Field(() => String, { nullable: true })
  readonly city: string | null;

  @Field(() => String, { nullable: true })
  readonly province: string | null;

  @Field(() => String, { nullable: true })
  readonly postalCode: string | null;

  @Field(() => String, { nullable: true, description: 'Of two letters, after ISO 3166.' })
  readonly country: string | null;

  @Field(() => DateTimeScalar)
  readonly recordedAt: Date;

  constructor(facts: BillToFacts) {
    this.version = facts.version;
    this.name = facts.name;
    this.attention = facts.attention;
    this.street = facts.street;
    this.street2 = facts.street2;
    this.city = facts.city;
    this.province = facts.province;
    this.postalCode = facts.postalCode;
    this.country = facts.country;
    this.recordedAt = facts.recordedAt;
  }
}
