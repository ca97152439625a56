import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import { listOwnCredits, PayerCredit } from '../modules/billing/index.ts';
import type { Context } from '../platform/context.ts';
import { Viewer } from './viewer.type.ts';

@Resolver(() => Viewer)
export class ViewerCreditsResolver {
  @FieldResolver(() => [PayerCredit], {
    description:
      'What associations hold of the person’s money, and of that of organizations for which they pay: what was paid beyond the invoices, or credited since.',
  })
  credits(@Ctx() context: Context): Promise<readonly PayerCredit[]> {
    return listOwnCredits(context);
  }
}
