import { Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import type {
  TaxRegistrationEntity,
  TaxRegistrationKind,
  TaxStatusBasis,
  TaxStatusEntity,
} from '../../taxes/index.ts';
import { TAX_REGISTRATION_KINDS, TAX_STATUS_BASES } from '../price.enums.ts';

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'A number under which a body collects a tax.' })
export class TaxRegistration {
  @Field(() => TAX_REGISTRATION_KINDS)
  readonly kind: TaxRegistrationKind;

  @Field(() => String, { description: 'As it stands on invoices: `123456789 RT0001`.' })
  readonly number: string;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null: with no end in sight.' })
  readonly to: LocalDate | null;

  constructor({ kind, number, fromOn, toOn }: TaxRegistrationEntity) {
    this.kind = kind;
    this.number = number;
    this.from = fromOn;
    this.to = toOn && addDays(toOn, -1);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'Whether dues are taxed. Those of which nothing is said are, where the body is registered.',
})
export class TaxStatus {
  @Field(() => ID, { nullable: true, description: 'The class whose dues they are; null for all others.' })
  readonly classId: string | null;

  @Field(() => Boolean)
  readonly taxable: boolean;

  @Field(() => TAX_STATUS_BASES)
  readonly basis: TaxStatusBasis;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null: with no end in sight.' })
  readonly to: LocalDate | null;

  constructor({ classId, taxable, basis, fromOn, toOn }: TaxStatusEntity) {
    this.classId = classId && toPublicId('MembershipClass', classId);
    this.taxable = taxable;
    this.basis = basis;
    this.from = fromOn;
    this.to = toOn && addDays(toOn, -1);
  }
}
