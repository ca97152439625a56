import type { Context } from '../../../platform/context.ts';
import { NextStep, NextStepKind } from '../../../platform/graphql/next-step.ts';
import type { Problem } from '../../../platform/problem.ts';
import { waysToSignIn } from '../../accounts/index.ts';
import { associationById, supportOf, type AssociationEntity } from '../../associations/index.ts';
import { realmHelpPath } from '../../integrations/index.ts';
import { html, type Html } from './html.ts';
import { signInAddress } from './sign-in-for-account.ts';

/** From where somebody goes on. */
export interface WayFrom {
  readonly context: Context;
  readonly association: AssociationEntity;
  /** Where a step leads from here; null where its name says all. */
  readonly addressOf: (kind: NextStepKind) => string | null;
}

/** The steps that come with a refusal, and those that are open always and that it does not name. */
export const stepsAfter = (named: readonly NextStep[], always: readonly NextStep[]): readonly NextStep[] => [
  ...named,
  ...always.filter(({ kind }) => !named.some(step => step.kind === kind)),
];

/** What a refusal says to do next. */
export function stepsOf(problem: Problem): readonly NextStep[] {
  const { nextSteps, next } = problem as { readonly nextSteps?: unknown; readonly next?: unknown };
  const steps: readonly unknown[] = Array.isArray(nextSteps) ? nextSteps : [next];
  return steps.filter(step => step instanceof NextStep);
}

/** Under a refused sign-in: what it names, and the three. Whoever is told to sign in is where they do. */
export async function drawWaysAfterSignIn(from: WayFrom, named: readonly NextStep[]): Promise<Html> {
  const steps = stepsAfter(named, await waysToSignIn(from.context));
  return drawWaysOn(
    from,
    steps.filter(({ kind }) => kind !== NextStepKind.SIGN_IN),
  );
}

/** Before anything was refused. */
export const drawThreeWays = async (from: WayFrom): Promise<Html> =>
  drawWays(from, await waysToSignIn(from.context));

export const drawWaysOn = (from: WayFrom, steps: readonly NextStep[]): Html =>
  html`<section aria-labelledby="ways-on">
    <h2 id="ways-on">${from.context.wording.of('signOn.signIn.waysOn')}</h2>
    ${drawWays(from, steps)}
  </section>`;

const drawWays = (from: WayFrom, steps: readonly NextStep[]): Html =>
  html`<ul>
    ${steps.map(step => html`<li>${drawStep(from, step)}</li>`)}
  </ul>`;

function drawStep({ context, association, addressOf }: WayFrom, step: NextStep): Html {
  if (step.kind === NextStepKind.CONTACT_SUPPORT)
    return html`${(step.support ?? supportOf(association, context.wording)).text}`;
  const address = addressOf(step.kind);
  const label = step.label(context);
  return address === null ? html`${label}` : html`<a href="${address}">${label}</a>`;
}

/** From a page that belongs to no sign-in under way: by the realm's own forms for this association. */
export async function wayFromOutside(context: Context, association: AssociationEntity): Promise<WayFrom> {
  const signIn = await signInAddressFor(context, association);
  const addresses: Partial<Record<NextStepKind, string>> = {
    [NextStepKind.FIRST_ACCESS_OR_FORGOTTEN_PASSWORD]: realmHelpPath(
      'FORGOTTEN_PASSWORD',
      context.locale,
      association.id,
    ),
    [NextStepKind.FORGOTTEN_USERNAME]: realmHelpPath('FORGOTTEN_USERNAME', context.locale, association.id),
    [NextStepKind.SIGN_IN]: signIn,
  };
  return { context, association, addressOf: kind => addresses[kind] ?? null };
}

/** Where people of the association's federation sign in, to see what they hold. */
export async function signInAddressFor(context: Context, { rootId }: AssociationEntity): Promise<string> {
  const root = await context.load(associationById, rootId);
  return signInAddress({ page: 'account', again: false }, context.locale, root?.code);
}
