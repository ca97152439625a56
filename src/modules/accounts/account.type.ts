import { Ctx, Field, ObjectType } from 'type-graphql';
import { type AccountId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import type { Context } from '../../platform/context.ts';
import { ApiLocale, apiLocaleOf } from '../../platform/graphql/locale-enum.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { AccountAddress } from './account-address.type.ts';
import { AccountKind } from './account.enums.ts';
import { addressesOfAccount } from './account.loaders.ts';

export interface AccountFacts {
  readonly id: AccountId;
  readonly kind: AccountKind;
  readonly username: string | null;
  readonly locale: Locale;
  /** Read when they are asked for, unless a read model brought them along. */
  readonly addresses?: readonly AccountAddress[];
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  description: 'A login of the realm. Only the person who is signed in to it sees it.',
})
export class Account extends Node {
  @Field(() => AccountKind)
  readonly kind: AccountKind;

  @Field(() => String, {
    nullable: true,
    description: 'As it was typed. Null for those who sign in with their address.',
  })
  readonly username: string | null;

  @Field(() => ApiLocale, { description: 'The language of mails and documents.' })
  readonly locale: ApiLocale;

  constructor(readonly facts: AccountFacts) {
    super({ kind: 'Account', id: facts.id });
    this.kind = facts.kind;
    this.username = facts.username;
    this.locale = apiLocaleOf(facts.locale);
  }

  @Field(() => [AccountAddress], {
    description: 'The primary one first, those that wait to be added last. Every verified one signs in.',
  })
  async addresses(@Ctx() context: Context): Promise<readonly AccountAddress[]> {
    return this.facts.addresses ?? context.load(addressesOfAccount, this.facts.id);
  }
}
