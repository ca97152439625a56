import { Ctx, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { Association, associationById, associationView } from '../../associations/index.ts';
import { Membership } from '../membership.type.ts';
import { membershipView } from '../membership-view.ts';
import type { MoneyEffect } from '../money.ports.ts';
import { MoneyEffectView } from '../money-effect.type.ts';
import type { Consequence } from '../transfers/index.ts';
import { ConsequenceView } from '../transfers/index.ts';
import type { DeathFacts } from './death.rows.ts';
import type { AccountOfDead, DeathPlan } from './plan-death.ts';

const ACCOUNTS_OF_DEAD: { readonly [What in AccountOfDead]: What } = {
  NONE: 'NONE',
  BARRED: 'BARRED',
  KEPT: 'KEPT',
};
registerEnumType(ACCOUNTS_OF_DEAD, {
  name: 'AccountOfDead',
  description: 'What becomes of the account of somebody who died.',
  valuesConfig: {
    NONE: { description: 'There is none.' },
    BARRED: { description: 'Nobody signs in to it any more, and its sessions end.' },
    KEPT: { description: 'Others use it too, and keep their access.' },
  },
});

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'That somebody has died, as it stands on record. For staff.',
})
export class DeathRecord {
  @Field(() => DateScalar)
  readonly diedOn: LocalDate;

  @Field(() => DateTimeScalar)
  readonly recordedAt: Date;

  @Field(() => ID, { nullable: true, description: 'The `Upload` that was sent as proof.' })
  readonly uploadId: string | null;

  constructor(private readonly facts: DeathFacts) {
    this.diedOn = facts.diedOn;
    this.recordedAt = facts.recordedAt;
    this.uploadId = facts.uploadId && toPublicId('Upload', facts.uploadId);
  }

  @Field(() => Association, { description: 'Whose office recorded it, and may correct it.' })
  async recordedBy(@Ctx() context: Context): Promise<Association> {
    const row = await context.load(associationById, this.facts.associationId);
    if (row === null) throw new Error('a death record names a body that is gone');
    return associationView(row);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What `recordDeath` would bring about, before anybody confirms.',
})
export class DeathPreview {
  @Field(() => ACCOUNTS_OF_DEAD)
  readonly account: AccountOfDead;

  @Field(() => MoneyEffectView, { description: 'Of all these memberships together.' })
  readonly moneyEffect: MoneyEffectView;

  @Field(() => [ConsequenceView], { description: 'What else follows, as the modules say that it concerns.' })
  readonly consequences: readonly ConsequenceView[];

  constructor(
    private readonly plan: DeathPlan,
    effect: MoneyEffect,
    consequences: readonly Consequence[],
    { locale }: Pick<Context, 'locale'>,
  ) {
    this.account = plan.account;
    this.moneyEffect = new MoneyEffectView(effect, locale);
    this.consequences = consequences.map(one => new ConsequenceView(one));
  }

  @Field(() => [Membership], { description: 'The memberships that end, on the day after.' })
  memberships(@Ctx() context: Context): Membership[] {
    return this.plan.closes.map(({ membership }) => membershipView(context, membership));
  }

  @Field(() => [Association], {
    description:
      'Other bodies of the tree where the person is a member: their offices are told by mail, unless another record did that before, and nothing changes there until they record it.',
  })
  async told(@Ctx() context: Context): Promise<Association[]> {
    const rows = await Promise.all(
      this.plan.elsewhere.map(({ associationId }) => context.load(associationById, associationId)),
    );
    return rows.flatMap(row => (row === null ? [] : [associationView(row)]));
  }
}
