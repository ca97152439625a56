import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { addDays, type LocalDate } from '../../../../kernel/local-date.ts';
import type { Context } from '../../../../platform/context.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView } from '../../../associations/index.ts';
import type { TaxAccountingElectionEntity, TaxRegistrationKind } from '../../taxes/index.ts';
import { TAX_REGISTRATION_KINDS } from '../price.enums.ts';

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description:
    'Two bodies elected that the one that bills accounts for a tax of the other, on invoices of these days.',
})
export class TaxAccountingElection {
  @Field(() => TAX_REGISTRATION_KINDS)
  readonly kind: TaxRegistrationKind;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null: with no end in sight.' })
  readonly to: LocalDate | null;

  constructor(readonly facts: TaxAccountingElectionEntity) {
    this.kind = facts.kind;
    this.from = facts.fromOn;
    this.to = facts.toOn && addDays(facts.toOn, -1);
  }
}

@Resolver(() => TaxAccountingElection)
export class TaxAccountingElectionResolver {
  @FieldResolver(() => Association, { description: 'Who bills, and accounts for the tax.' })
  issuer(@Root() { facts }: TaxAccountingElection, @Ctx() context: Context): Promise<Association> {
    return bodyById(context, facts.issuerId);
  }

  @FieldResolver(() => Association, { description: 'Whose lines they are.' })
  supplier(@Root() { facts }: TaxAccountingElection, @Ctx() context: Context): Promise<Association> {
    return bodyById(context, facts.supplierId);
  }
}

async function bodyById(context: Context, id: string): Promise<Association> {
  const row = await context.load(associationById, id);
  if (!row) throw new Error('an election names a body that is gone');
  return associationView(row);
}
