import { fromPublicId, toPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import { refuse } from '../../../platform/problem.ts';
import { personsOfActor } from '../../people/index.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import { stateOfRequest, type JoinRequestState } from './join-request-state.ts';
import { joinRequestById, requestTimes, type JoinRequestFacts } from './join-request.rows.ts';
import { organizationInReach, type OrganizationInReach } from './organization-in-reach.ts';
import {
  askOrganization,
  JoinRequestNotFound,
  JoinRequestOver,
  viewOrganization,
} from './joining.problems.ts';

type Side = 'ASKER' | 'DECIDER';

export interface HeldRequest extends OrganizationInReach {
  readonly request: JoinRequestFacts;
}

/** What the signed-in person is to a request, through a client of its tree; null for anybody else. */
export async function sideOf(context: Context, request: JoinRequestFacts): Promise<Side | null> {
  const found = await organizationInReach(context, request.organizationId);
  if (!found) return null;
  // Whoever asks does not decide, not even as staff.
  if ((await personsOfActor(context)).some(({ id }) => id === request.personId)) return 'ASKER';
  return mayOnOrganization('MANAGE_DELEGATES', await rightsOn(context, found.organization))
    ? 'DECIDER'
    : null;
}

/** The request, for an act of one side. One that is absent and one that is not theirs are the same answer. */
export async function requestFor(context: Context, publicId: string, side: Side): Promise<HeldRequest> {
  const id = fromPublicId('JoinRequest', publicId);
  const request = id && (await context.load(joinRequestById, id));
  if (!request || (await sideOf(context, request)) !== side) refuse(new JoinRequestNotFound());
  const found = await organizationInReach(context, request.organizationId);
  if (!found) throw new Error('a request names an organization that is gone');
  return { ...found, request };
}

/** Says what became of a request that was there a moment ago, with the way on. */
export async function refuseOver(
  context: Context,
  tx: Tx,
  { id, organizationId }: JoinRequestFacts,
  side: Side,
): Promise<never> {
  const state = stateOfRequest(await requestTimes(tx, id), context.clock.now());
  const view = viewOrganization(toPublicId('Organization', organizationId));
  refuse(new JoinRequestOver(state, side === 'DECIDER' ? view : nextForAsker(state, view)));
}

function nextForAsker(state: JoinRequestState, view: NextStep): NextStep {
  if (state === 'APPROVED' || state === 'OVERTAKEN') return view;
  return state === 'WITHDRAWN' ? new NextStep(NextStepKind.DONE) : askOrganization();
}
