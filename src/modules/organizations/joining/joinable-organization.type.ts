import { Ctx, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { toPublicId, type OrganizationId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { nameOf } from '../name-of.ts';

export const JoiningWay = { REQUEST: 'REQUEST', EMAIL_DOMAIN: 'EMAIL_DOMAIN' } as const;
export type JoiningWay = keyof typeof JoiningWay;

registerEnumType(JoiningWay, {
  name: 'JoiningWay',
  description: 'How the signed-in person can join an organization that they find.',
  valuesConfig: {
    REQUEST: { description: 'By `requestToJoinOrganization`, which somebody decides.' },
    EMAIL_DOMAIN: { description: 'By `joinOrganization`, at once, because of an address of theirs.' },
  },
});

export interface JoinableFacts {
  readonly id: OrganizationId;
  readonly publicNameFr: string;
  readonly publicNameEn: string;
  readonly acceptsRequests: boolean;
  readonly byDomain: boolean;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'An organization that lets itself be found. Nothing but its public name is shown.',
})
export class JoinableOrganization {
  @Field(() => ID, { description: 'The id of the `Organization`.' })
  readonly id: string;

  @Field(() => [JoiningWay])
  readonly ways: readonly JoiningWay[];

  constructor(private readonly facts: JoinableFacts) {
    this.id = toPublicId('Organization', facts.id);
    this.ways = [
      ...(facts.acceptsRequests ? [JoiningWay.REQUEST] : []),
      ...(facts.byDomain ? [JoiningWay.EMAIL_DOMAIN] : []),
    ];
  }

  @Field(() => String, { description: 'The public name in the language of the request.' })
  name(@Ctx() { locale }: Context): string {
    return nameOf(this.facts, locale);
  }
}
