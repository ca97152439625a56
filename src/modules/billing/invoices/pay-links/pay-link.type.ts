import { Field, ObjectType } from 'type-graphql';
import { Node } from '../../../../platform/graphql/node.ts';
import { Policy } from '../../../../platform/graphql/policy.ts';
import { DateTimeScalar } from '../../../../platform/graphql/scalars.ts';
import type { PayLinkFacts } from './pay-link.rows.ts';

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A link that lets whoever has it pay one invoice. Its secret is told once, when it is made.',
})
export class PayLink extends Node {
  @Field(() => DateTimeScalar)
  readonly createdAt: Date;

  @Field(() => DateTimeScalar)
  readonly expiresAt: Date;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was withdrawn; null while it was not.',
  })
  readonly revokedAt: Date | null;

  constructor(facts: PayLinkFacts) {
    super({ kind: 'PayLink', id: facts.id });
    this.createdAt = facts.createdAt;
    this.expiresAt = facts.expiresAt;
    this.revokedAt = facts.revokedAt;
  }
}
