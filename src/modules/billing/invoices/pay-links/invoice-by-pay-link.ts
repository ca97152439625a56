import type { Context } from '../../../../platform/context.ts';
import { NextStep, NextStepKind } from '../../../../platform/graphql/next-step.ts';
import { TooManyAttempts } from '../../../../platform/graphql/too-many-attempts.ts';
import type { Budget } from '../../../../platform/http/limits.ts';
import { refuse } from '../../../../platform/problem.ts';
import { associationById, associationInReach, supportOf } from '../../../associations/index.ts';
import type { InvoiceFacts } from '../invoice-facts.ts';
import { invoiceById } from '../invoice.loaders.ts';
import { PayLinkUnknown } from './pay-link.problems.ts';
import { invoiceOfPayLink } from './pay-link.rows.ts';

const TEN_MINUTES = 600;
const GUESSES_OF_VISITOR: Budget = { name: 'pay-link-visitor', points: 30, seconds: TEN_MINUTES };
/** High, because everybody who pays at a site shares it. */
const GUESSES_OF_CLIENT: Budget = { name: 'pay-link-client', points: 3_000, seconds: TEN_MINUTES };

/**
 * The invoice that a link opens, for a client of its tree. A secret that opens none is counted; one that does is not,
 * however often it is looked at.
 */
export async function invoiceByPayLink(context: Context, token: string): Promise<InvoiceFacts> {
  const { limits, visitor, client } = context;
  const counted = [
    await limits.spend(GUESSES_OF_VISITOR, visitor.address),
    await limits.spend(GUESSES_OF_CLIENT, client?.id ?? 'none'),
  ];
  const spent = counted.find(({ allowed }) => !allowed);
  if (spent) {
    await Promise.all(counted.map(one => one.giveBack()));
    refuse(new TooManyAttempts(spent.retryAfterSeconds));
  }

  const id = await invoiceOfPayLink(context.db, token, context.clock.now());
  const invoice = id && (await context.load(invoiceById, id));
  const isHere = invoice && (await associationInReach(context, invoice.issuerId)) !== null;
  if (!invoice || !isHere) refuse(new PayLinkUnknown(await askForAnother(context)));

  await Promise.all(counted.map(one => one.giveBack()));
  return invoice;
}

async function askForAnother(context: Context): Promise<NextStep> {
  const association = context.client && (await context.load(associationById, context.client.associationId));
  return new NextStep(
    NextStepKind.CONTACT_SUPPORT,
    association ? { support: supportOf(association, context.wording) } : {},
  );
}
