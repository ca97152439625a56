import { Field, ObjectType } from 'type-graphql';
import { Policy } from '../../platform/graphql/policy.ts';
import { Problem } from '../../platform/problem.ts';
import type { Wording } from '../../platform/wording/wording.ts';
import { InvitationRowOutcome } from '../invitations/index.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Problem,
  description:
    'The demonstration was never loaded here, so there is no beginning to go back to. Nothing was done.',
})
export class NothingToReset extends Problem {}

@Policy('HOLDER')
@ObjectType({ implements: Problem, description: 'The invitation cannot be sent. Nothing was done.' })
export class InvitationNotIssued extends Problem {
  /** For the sentence. */
  readonly label: string;

  @Field(() => InvitationRowOutcome, { description: 'Why, as in `issueInvitations`.' })
  readonly outcome: InvitationRowOutcome;

  constructor(outcome: InvitationRowOutcome, wording: Wording) {
    super();
    this.outcome = outcome;
    this.label = wording.of(`InvitationRowOutcome.${outcome}`);
  }
}
