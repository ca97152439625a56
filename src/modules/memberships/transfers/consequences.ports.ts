import type { Context } from '../../../platform/context.ts';
import { definePort } from '../../../platform/port.ts';
import type { MembershipChange } from '../money.ports.ts';

/** What else becomes of something that hangs on a membership, such as cover or an open invoice. */
export interface Consequence {
  /** Stable, for programs. */
  readonly code: string;
  readonly descriptions: { readonly fr: string; readonly en: string };
}

/** Asked of every module that keeps something of a membership, before anybody confirms a change of it. */
export type ConsequencesOf = (context: Context, change: MembershipChange) => Promise<readonly Consequence[]>;

export const membershipConsequences = definePort<readonly ConsequencesOf[]>('membershipConsequences');

/** What every module says, in the order in which they are plugged. */
export async function consequencesOf(
  context: Context,
  change: MembershipChange,
): Promise<readonly Consequence[]> {
  const asked = context.ports.of(membershipConsequences);
  return (await Promise.all(asked.map(of => of(context, change)))).flat();
}
