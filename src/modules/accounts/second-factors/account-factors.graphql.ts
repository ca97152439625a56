import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Actor, Context } from '../../../platform/context.ts';
import { statement } from '../../../platform/database/statement.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { staffRoleRests } from '../../associations/index.ts';
import { Account } from '../account.type.ts';
import { factorsOfAccount } from './factors-of-account.ts';
import { SecondFactor } from './second-factor.type.ts';

const ofSession = statement<{ factorAt: Date | null }>(
  'session-factor-at',
  'select factor_at as "factorAt" from session where id = $1',
);

async function factorAtNow({ db }: Context, { sessionId }: Actor): Promise<Date | null> {
  const [session] = await db.read(ofSession, [sessionId]);
  return session?.factorAt ?? null;
}

@Resolver(() => Account)
export class AccountFactorsResolver {
  @FieldResolver(() => [SecondFactor], { description: 'The oldest first.' })
  async secondFactors(@Root() { facts }: Account, @Ctx() context: Context): Promise<readonly SecondFactor[]> {
    const { factors } = await context.load(factorsOfAccount, facts.id);
    return factors.map(factor => new SecondFactor(factor));
  }

  @FieldResolver(() => Int, { description: 'How many of the codes that were shown once still work.' })
  async recoveryCodesLeft(@Root() { facts }: Account, @Ctx() context: Context): Promise<number> {
    return (await context.load(factorsOfAccount, facts.id)).recoveryCodesLeft;
  }

  @FieldResolver(() => NextStep, {
    nullable: true,
    description:
      'Where staff rights rest in this session because no second factor was given: `ENROLL_SECOND_FACTOR`, or `SIGN_IN` where there is one by now. Null when nothing is missing.',
  })
  async factorOwed(@Root() { facts }: Account, @Ctx() context: Context): Promise<NextStep | null> {
    // Read afresh: the act that is answered here may have proved a factor. Whoever just signed in was told by `next`.
    const factorAt = context.actor && (await factorAtNow(context, context.actor));
    if (!context.actor || !(await staffRoleRests(context, { accountId: facts.id, factorAt }))) return null;
    const { factors } = await context.load(factorsOfAccount, facts.id);
    return new NextStep(factors.length > 0 ? NextStepKind.SIGN_IN : NextStepKind.ENROLL_SECOND_FACTOR);
  }
}
