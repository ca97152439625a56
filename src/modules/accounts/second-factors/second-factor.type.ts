import { Ctx, Field, ID, ObjectType } from 'type-graphql';
import { toPublicId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import type { FactorFacts } from './factors-of-account.ts';
import { relyingPartyOf } from './relying-party.ts';
import { SecondFactorKind } from './second-factor.enums.ts';

@Policy('HOLDER')
@ObjectType({ description: 'Something that a person proves beside their password.' })
export class SecondFactor {
  @Field(() => ID)
  readonly id: string;

  @Field(() => SecondFactorKind, { description: '`TOTP` or `PASSKEY`.' })
  readonly kind: SecondFactorKind;

  @Field(() => DateTimeScalar)
  readonly addedAt: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null until it has signed somebody in.' })
  readonly lastUsedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'For a passkey: the host of the only website where it works.',
  })
  readonly website: string | null;

  constructor(private readonly facts: FactorFacts) {
    this.id = toPublicId('SecondFactor', facts.id);
    this.kind = facts.kind;
    this.addedAt = facts.addedAt;
    this.lastUsedAt = facts.lastUsedAt;
    this.website = facts.rpId;
  }

  @Field(() => String, { description: 'As the person called it, or the kind in words.' })
  name(@Ctx() { wording }: Context): string {
    return this.facts.name ?? wording.of(`SecondFactorKind.${this.kind}`);
  }

  @Field(() => Boolean, { description: 'Whether it works on the website that asks.' })
  worksHere(@Ctx() context: Context): boolean {
    return this.facts.rpId === null || this.facts.rpId === relyingPartyOf(context)?.id;
  }
}
