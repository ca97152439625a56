import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { Locale } from '../../kernel/locale.ts';
import { localized, LocalizedText } from '../../platform/graphql/localized-text.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { inLanguage } from '../associations/index.ts';
import type { MembershipClassFacts } from './membership-facts.ts';
import { HOLDER_KINDS, type HolderKind } from './membership-words.ts';

registerEnumType(HOLDER_KINDS, { name: 'HolderKind', description: 'Who may hold a membership.' });

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A kind of membership of an association.',
})
export class MembershipClass extends Node {
  @Field(() => String, { description: 'Unique in its association.' })
  readonly code: string;

  @Field(() => String, { description: 'In the language of the request.' })
  readonly name: string;

  @Field(() => LocalizedText)
  readonly names: LocalizedText;

  @Field(() => HOLDER_KINDS)
  readonly heldBy: HolderKind;

  @Field(() => Boolean, { description: 'Whether its members report continuous professional learning.' })
  readonly requiresCpl: boolean;

  @Field(() => Boolean, { description: 'Whether professional liability insurance is open to its members.' })
  readonly insuranceEligible: boolean;

  @Field(() => Boolean, { description: 'Whether its members may have a certificate of insurance.' })
  readonly certificateEligible: boolean;

  @Field(() => Boolean, { description: 'Whether its members vote.' })
  readonly votes: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many people may act for an organization of this class at once, invited ones included; null for as many as it likes.',
  })
  readonly delegateLimit: number | null;

  constructor(facts: MembershipClassFacts, locale: Locale) {
    super({ kind: 'MembershipClass', id: facts.id });
    this.code = facts.code;
    this.name = inLanguage(locale, facts.nameFr, facts.nameEn);
    this.names = localized(facts.nameFr, facts.nameEn);
    this.heldBy = facts.heldBy;
    this.requiresCpl = facts.requiresCpl;
    this.insuranceEligible = facts.insuranceEligible;
    this.certificateEligible = facts.certificateEligible;
    this.votes = facts.votes;
    this.delegateLimit = facts.delegateLimit;
  }
}
