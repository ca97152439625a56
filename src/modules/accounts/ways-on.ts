import type { Context } from '../../platform/context.ts';
import { NextStep, NextStepKind } from '../../platform/graphql/next-step.ts';
import { associationById, supportOf } from '../associations/index.ts';
import { clientOf } from './actor-of.ts';

const { FIRST_ACCESS_OR_FORGOTTEN_PASSWORD, FORGOTTEN_USERNAME } = NextStepKind;

/** The three ways on for whoever was not signed in, for whatever reason. */
export const waysToSignIn = async (context: Context): Promise<readonly NextStep[]> => [
  new NextStep(FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
  new NextStep(FORGOTTEN_USERNAME),
  await contactSupport(context),
];

/** For whoever is known already, and cannot prove it: there is no username to look for. */
export const waysToProof = async (context: Context): Promise<readonly NextStep[]> => [
  new NextStep(FIRST_ACCESS_OR_FORGOTTEN_PASSWORD),
  await contactSupport(context),
];

async function contactSupport(context: Context): Promise<NextStep> {
  const association = await context.load(associationById, clientOf(context).associationId);
  return new NextStep(
    NextStepKind.CONTACT_SUPPORT,
    association ? { support: supportOf(association, context.wording) } : {},
  );
}
