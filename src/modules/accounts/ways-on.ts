import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { associationById, supportOf } from '../associations/index.ts';
import { clientOf } from './actor-of.ts';

const { FIRST_ACCESS_OR_FORGOTTEN_PASSWORD, FORGOTTEN_USERNAME } = NextStepKind;

export type WaysOn = (context: Context) => Promise<readonly NextStep[]>;

/** The three ways on for whoever was not signed in, for whatever reason. */
export const waysToSignIn: WaysOn = async context => [
  new NextStep(FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
  new NextStep(FORGOTTEN_USERNAME),
  await contactSupport(context),
];

/** For whoever is signed in already, and does not know their password: there is no username to look for. */
export const waysToProof: WaysOn = async context => [
  new NextStep(FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
  await contactSupport(context),
];

/** For whoever is signed in already, and cannot add a factor. */
export const waysToEnroll: WaysOn = async context => [await contactSupport(context)];

async function contactSupport(context: Context): Promise<NextStep> {
  const association = await context.load(associationById, clientOf(context).associationId);
  return new NextStep(
    NextStepKind.CONTACT_SUPPORT,
    association ? { support: supportOf(association, context.wording) } : {},
  );
}
