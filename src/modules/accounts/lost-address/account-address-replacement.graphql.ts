import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context.ts';
import { Account } from '../account.type.ts';
import { AddressReplacement } from './address-replacement.type.ts';
import { openReplacementOfAccount } from './open-replacement.ts';

@Resolver(() => Account)
export class AccountAddressReplacementResolver {
  @FieldResolver(() => AddressReplacement, {
    nullable: true,
    description:
      'What staff asked for in this person’s name because the mailbox is lost. Whoever did not ask says no by `contestOwnAddressReplacement`.',
  })
  async addressReplacement(
    @Root() { facts }: Account,
    @Ctx() context: Context,
  ): Promise<AddressReplacement | null> {
    const open = await context.load(openReplacementOfAccount, facts.id);
    return open && new AddressReplacement(open, context.actor?.accountId ?? null);
  }
}
