import { Ctx, Field, ObjectType, registerEnumType } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { AskedReset } from './asked-reset.ts';

export enum SecondFactorResetState {
  WAITING = 'WAITING',
  CONTESTED = 'CONTESTED',
  DONE = 'DONE',
}
registerEnumType(SecondFactorResetState, {
  name: 'SecondFactorResetState',
  description: 'What came of a request to remove somebody’s second factors.',
  valuesConfig: {
    WAITING: {
      description: 'The person can still say no, and a second administrator can make it immediate.',
    },
    CONTESTED: { description: 'The person said no: their second factors stayed.' },
    DONE: { description: 'They were removed.' },
  },
});

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'The latest request by staff to remove the second factors of somebody who lost them.',
})
export class SecondFactorReset {
  @Field(() => SecondFactorResetState)
  readonly state: SecondFactorResetState;

  @Field(() => DateTimeScalar)
  readonly askedAt: Date;

  @Field(() => Boolean, { description: 'Whether it was the signed-in person who asked first.' })
  readonly askedByViewer: boolean;

  @Field(() => DateTimeScalar, {
    description: 'When it takes effect, or would have, unless a second administrator asks for the same.',
  })
  readonly effectiveAt: Date;

  constructor(
    { askedAt, askedBy, effectiveAt, contestedAt, doneAt }: AskedReset,
    { actor }: Pick<Context, 'actor'>,
  ) {
    this.state = stateOf(contestedAt, doneAt);
    this.askedAt = askedAt;
    this.askedByViewer = askedBy === actor?.accountId;
    this.effectiveAt = effectiveAt;
  }

  @Field(() => String, { description: 'The state in the language of the request.' })
  stateLabel(@Ctx() { wording }: Context): string {
    return wording.of(`SecondFactorResetState.${this.state}`);
  }
}

function stateOf(contestedAt: Date | null, doneAt: Date | null): SecondFactorResetState {
  if (contestedAt !== null) return SecondFactorResetState.CONTESTED;
  return doneAt === null ? SecondFactorResetState.WAITING : SecondFactorResetState.DONE;
}
