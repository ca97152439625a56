import { Ctx, Field, ObjectType } from 'type-graphql';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { recordReading } from '../../../platform/audit/record-readings.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { inLanguage } from '../../associations/index.ts';
import { membershipMoney, type MoneyEffect } from '../money.ports.ts';
import { MoneyEffectView } from '../money-effect.type.ts';
import { consequencesOf, type Consequence } from './consequences.ports.ts';
import { changeAsked, changeOf, type TransferPlan } from './plan-transfer.ts';
import type { AskedTransfer } from './wanted-transfer.ts';

@Policy('HOLDER')
@ObjectType('MembershipConsequence', {
  simpleResolvers: true,
  description: 'What becomes of something that hangs on a membership, such as an open invoice or cover.',
})
export class ConsequenceView {
  @Field(() => String, { description: 'Stable, for programs.' })
  readonly code: string;

  constructor(private readonly facts: Consequence) {
    this.code = facts.code;
  }

  @Field(() => String, { description: 'One sentence in the language of the request.' })
  text(@Ctx() { locale }: Context): string {
    return inLanguage(locale, this.facts.descriptions.fr, this.facts.descriptions.en);
  }
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What a transfer would bring about, before anybody confirms.',
})
export class TransferPreview {
  @Field(() => DateScalar, { description: 'The first day at the body that receives.' })
  readonly effectiveOn: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Until when, inclusive, the running term of the body that is left goes along; null where none does, and for an office that asks about a member of another body.',
  })
  readonly paidUntil: LocalDate | null;

  @Field(() => Boolean, {
    description: 'Whether the class carries a designation: the body that is left then speaks first.',
  })
  readonly carriesDesignation: boolean;

  @Field(() => MoneyEffectView, {
    description: 'For an office that asks about a member of another body, what it charges itself.',
  })
  readonly moneyEffect: MoneyEffectView;

  @Field(() => [ConsequenceView], { description: 'What else follows, as the modules say that it concerns.' })
  readonly consequences: readonly ConsequenceView[];

  constructor(
    plan: TransferPlan,
    effect: MoneyEffect,
    consequences: readonly Consequence[],
    { locale }: Pick<Context, 'locale'>,
  ) {
    this.effectiveOn = plan.on;
    this.paidUntil = plan.term?.to ? addDays(plan.term.to, -1) : null;
    this.carriesDesignation = plan.memberClass.certificateEligible;
    this.moneyEffect = new MoneyEffectView(effect, locale);
    this.consequences = consequences.map(one => new ConsequenceView(one));
  }
}

/** The same for whoever asks for it: an office sees nothing of another body's member but what it charges them itself. */
export async function previewAsked(context: Context, asked: AskedTransfer): Promise<TransferPreview> {
  if (asked.askedBy !== 'RECEIVING') return previewOf(context, asked);
  const { id, associationId } = asked.membership;
  await recordReading(context, {
    act: 'readTransferPreview',
    subjectKind: 'Membership',
    subjectId: id,
    associationId,
  });
  const effect = await context.ports.of(membershipMoney).effectOf(context, changeAsked(asked));
  return new TransferPreview({ ...asked, term: null }, effect, [], context);
}

/** A plan as it is shown. */
export async function previewOf(context: Context, plan: TransferPlan): Promise<TransferPreview> {
  const change = changeOf(plan);
  const effect = await context.ports.of(membershipMoney).effectOf(context, change);
  return new TransferPreview(plan, effect, await consequencesOf(context, change), context);
}
