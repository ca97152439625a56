import { Args, ArgsType, Ctx, Field, ObjectType } from 'type-graphql';
import { addDays, type LocalDate } from '../../kernel/local-date.ts';
import type { Context } from '../../platform/context.ts';
import { AtOnce } from '../../platform/graphql/at-once.ts';
import type { Lazy } from '../../platform/graphql/lazy.ts';
import { Node } from '../../platform/graphql/node.ts';
import { Policy } from '../../platform/graphql/policy.ts';
import { DateScalar, DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { Association } from '../associations/index.ts';
import { Organization } from '../organizations/index.ts';
import type { AffiliationFacts, HoldFacts, MembershipFacts, TermFacts } from './membership-facts.ts';
import { MembershipClass } from './membership-class.type.ts';
import { statusOf, type StandingFacts } from './membership-status.ts';
import { MembershipStatus, statusView } from './membership-status.type.ts';
import { AFFILIATION_REASONS, HOLD_KINDS, TERM_KINDS } from './membership.enums.ts';
import type { AffiliationReason, HoldKind, MembershipStatusCode, TermKind } from './membership-words.ts';

@Policy('HOLDER')
@ObjectType({ implements: Node, simpleResolvers: true, description: 'A stay of a membership in a class.' })
export class Affiliation extends Node {
  @Field(() => MembershipClass)
  readonly class: MembershipClass;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; null when no end is in sight.',
  })
  readonly to: LocalDate | null;

  @Field(() => AFFILIATION_REASONS, { description: 'Why it began.' })
  readonly reason: AffiliationReason;

  @Field(() => String, {
    nullable: true,
    description: 'What was said of it, as by whoever resigned; null where nothing was.',
  })
  readonly note: string | null;

  constructor(facts: AffiliationFacts, context: Pick<Context, 'locale'>) {
    super({ kind: 'Affiliation', id: facts.id });
    this.class = new MembershipClass(facts.class, context.locale);
    this.from = facts.from;
    this.to = facts.to && addDays(facts.to, -1);
    this.reason = facts.reason;
    this.note = facts.note;
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A paid or granted period of a membership.',
})
export class Term extends Node {
  @Field(() => TERM_KINDS)
  readonly kind: TermKind;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; null of a term for life, and of no other.',
  })
  readonly to: LocalDate | null;

  constructor(facts: TermFacts) {
    super({ kind: 'Term', id: facts.id });
    this.kind = facts.kind;
    this.from = facts.from;
    this.to = facts.to && addDays(facts.to, -1);
  }
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description: 'A time in which a membership rests: its terms run on, and its status says so.',
})
export class Hold extends Node {
  @Field(() => HOLD_KINDS)
  readonly kind: HoldKind;

  @Field(() => DateScalar)
  readonly from: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last day, inclusive; null when no end is in sight.',
  })
  readonly to: LocalDate | null;

  constructor(facts: HoldFacts) {
    super({ kind: 'Hold', id: facts.id });
    this.kind = facts.kind;
    this.from = facts.from;
    this.to = facts.to && addDays(facts.to, -1);
  }
}

@ArgsType()
class StatusArgs {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      'Now if left out. A past instant has the answer that a page showed then; one to come, the answer if nothing happens.',
  })
  readonly asOf?: Date | null;
}

/** What a view of a membership is made from, beyond its own row: there already, or fetched when it is asked for. */
export interface MembershipParts {
  readonly holderName: string;
  readonly hasAccount: Lazy<boolean | null>;
  readonly association: Lazy<Association>;
  readonly organization: Lazy<Organization | null>;
  readonly class: Lazy<MembershipClass | null>;
  readonly affiliations: Lazy<readonly Affiliation[]>;
  readonly terms: Lazy<readonly Term[]>;
  readonly holds: Lazy<readonly Hold[]>;
  readonly continuousSince: Lazy<LocalDate | null>;
  /** Null where the history says it. */
  readonly statusToday: MembershipStatusCode | null;
  readonly standingFacts: () => StandingFacts | Promise<StandingFacts>;
}

@Policy('HOLDER')
@ObjectType({
  implements: Node,
  simpleResolvers: true,
  description:
    'A person or an organization in an association. Read by its holder, by the delegates of an organization that holds it, and by staff.',
})
export class Membership extends Node {
  @Field(() => Association)
  readonly association: Lazy<Association>;

  @Field(() => String, { description: 'Unique in its association.' })
  readonly memberNumber: string;

  @Field(() => String, { description: 'The person, or the organization in the language of the request.' })
  readonly holderName: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the person who holds it has an account. For them, and for staff with role ADMIN or MEMBERSHIP; null for anybody else, and where an organization holds it.',
  })
  readonly hasAccount: Lazy<boolean | null>;

  @Field(() => MembershipClass, {
    nullable: true,
    description: 'The class that it is in today; null before admission and after the end.',
  })
  readonly class: Lazy<MembershipClass | null>;

  @Field(() => Organization, {
    nullable: true,
    description: 'The organization that holds it; null when a person does.',
  })
  readonly organization: Lazy<Organization | null>;

  @Field(() => [Affiliation], { description: 'Its whole history, oldest first.' })
  readonly affiliations: Lazy<readonly Affiliation[]>;

  @Field(() => [Term], {
    description: 'Oldest first. A gap between two of them is a time that was not paid for.',
  })
  readonly terms: Lazy<readonly Term[]>;

  @Field(() => [Hold], { description: 'Oldest first: leaves, times without practising and suspensions.' })
  readonly holds: Lazy<readonly Hold[]>;

  @Field(() => DateScalar, { description: 'The day of the first admission, whatever happened since.' })
  readonly memberSince: LocalDate;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Since when there is no gap; null for whoever is not a member today.',
  })
  readonly continuousSince: Lazy<LocalDate | null>;

  constructor(
    readonly facts: MembershipFacts,
    private readonly parts: MembershipParts,
  ) {
    super({ kind: 'Membership', id: facts.id });
    this.association = parts.association;
    this.memberNumber = facts.memberNumber;
    this.holderName = parts.holderName;
    this.hasAccount = parts.hasAccount;
    this.class = parts.class;
    this.organization = parts.organization;
    this.affiliations = parts.affiliations;
    this.terms = parts.terms;
    this.holds = parts.holds;
    this.memberSince = facts.admittedOn;
    this.continuousSince = parts.continuousSince;
  }

  @AtOnce()
  @Field(() => MembershipStatus, { description: 'Computed from the facts on file, for any instant.' })
  status(
    @Args(() => StatusArgs) { asOf }: StatusArgs,
    @Ctx() { clock, wording }: Context,
  ): MembershipStatus | Promise<MembershipStatus> {
    const { statusToday, standingFacts } = this.parts;
    const at = asOf ?? clock.now();
    if (statusToday !== null && !asOf)
      return new MembershipStatus(statusToday, async () => statusOf(await standingFacts(), at), wording);

    const view = (facts: StandingFacts): MembershipStatus => statusView(statusOf(facts, at), wording);
    const facts = standingFacts();
    return facts instanceof Promise ? facts.then(view) : view(facts);
  }
}
