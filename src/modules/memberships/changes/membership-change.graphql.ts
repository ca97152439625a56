import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode, InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier } from '../../../platform/graphql/validators.ts';
import { MembershipClass } from '../membership-class.type.ts';
import { MembershipStatus, statusView } from '../membership-status.type.ts';
import { HOLD_KINDS, type HoldKind } from '../membership-words.ts';
import { MembershipNotFound, PlaceOfSupplyUnknown } from '../membership.problems.ts';
import { MoneyEffectView } from '../money-effect.type.ts';
import { ConsequenceView } from '../transfers/index.ts';
import { MembershipChangeNotPossible } from './changes.problems.ts';
import { previewChange, type PreviewedChange } from './preview-change.ts';
import type { TypedChange, TypedKind } from './read-change.ts';

const CHANGES: { readonly [Kind in TypedKind]: Kind } = {
  RECLASSIFICATION: 'RECLASSIFICATION',
  HOLD: 'HOLD',
  HOLD_END: 'HOLD_END',
  RESIGNATION: 'RESIGNATION',
  RESIGNATION_WITHDRAWN: 'RESIGNATION_WITHDRAWN',
  REINSTATEMENT: 'REINSTATEMENT',
};
registerEnumType(CHANGES, {
  name: 'MembershipChangeKind',
  description: 'Which change of a membership.',
  valuesConfig: {
    RECLASSIFICATION: { description: '`reclassifyMembership`: with `on` and `toClassId`.' },
    HOLD: { description: '`placeOnHold`: with `on`, `hold` and, where an end is in sight, `lastDay`.' },
    HOLD_END: { description: '`endHold`: with `on` and `holdId`.' },
    RESIGNATION: { description: '`resignMembership`: with `on`.' },
    RESIGNATION_WITHDRAWN: { description: '`withdrawResignation`.' },
    REINSTATEMENT: { description: '`reinstateMembership`: with `on` and, for another class, `toClassId`.' },
  },
});

@InputType({ description: 'A change as its mutation takes it: what the kind does not need is left out.' })
export class MembershipChangeInput {
  @Field(() => ID)
  @Identifier()
  membershipId!: string;

  @Field(() => CHANGES)
  kind!: TypedKind;

  @Field(() => DateScalar, { nullable: true, description: 'The first day on which it is otherwise.' })
  on?: LocalDate | null;

  @Field(() => ID, { nullable: true })
  toClassId?: string | null;

  @Field(() => HOLD_KINDS, { nullable: true })
  hold?: HoldKind | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day of a hold, inclusive.' })
  lastDay?: LocalDate | null;

  @Field(() => ID, { nullable: true })
  holdId?: string | null;
}

@Policy('HOLDER')
@ObjectType({
  simpleResolvers: true,
  description: 'What a change of a membership would bring about, before anybody confirms.',
})
export class MembershipChangePreview {
  @Field(() => DateScalar, { description: 'The first day on which it is otherwise.' })
  readonly effectiveOn: LocalDate;

  @Field(() => MembershipClass, {
    nullable: true,
    description: 'The class on that day; null for whoever is no member then.',
  })
  readonly classAfter: MembershipClass | null;

  @Field(() => MembershipStatus, { description: 'Where the membership stands on that day.' })
  readonly statusAfter: MembershipStatus;

  @Field(() => MoneyEffectView)
  readonly moneyEffect: MoneyEffectView;

  @Field(() => [ConsequenceView], { description: 'What else follows, as the modules say that it concerns.' })
  readonly consequences: readonly ConsequenceView[];

  constructor(
    { planned, effect, classAfter, standingAfter, consequences }: PreviewedChange,
    { locale, wording }: Pick<Context, 'locale' | 'wording'>,
  ) {
    this.effectiveOn = planned.change.on;
    this.classAfter = classAfter && new MembershipClass(classAfter, locale);
    this.statusAfter = statusView(standingAfter, wording);
    this.moneyEffect = new MoneyEffectView(effect, locale);
    this.consequences = consequences.map(one => new ConsequenceView(one));
  }
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'Nothing was done: show it, and ask the mutation.' })
export class MembershipChangeSuccess {
  @Field(() => MembershipChangePreview)
  preview!: MembershipChangePreview;
}

export const MembershipChangeResult = createUnionType({
  name: 'MembershipChangeResult',
  types: () =>
    [
      MembershipChangeSuccess,
      InvalidInput,
      MembershipNotFound,
      MembershipChangeNotPossible,
      PlaceOfSupplyUnknown,
    ] as const,
});

@Resolver()
export class MembershipChangeResolver {
  @Policy('SIGNED_IN')
  @Query(() => MembershipChangeResult, {
    description:
      'What a change would bring about and cost or give back, for whoever may make it. Its total is what the mutation takes as `shownTotalCents`.',
  })
  @AnswerProblems()
  async membershipChange(
    @Ctx() context: Context,
    @Arg('input', () => MembershipChangeInput) input: MembershipChangeInput,
  ): Promise<typeof MembershipChangeResult> {
    const previewed = await previewChange(context, typedIn(context, input));
    return Object.assign(new MembershipChangeSuccess(), {
      preview: new MembershipChangePreview(previewed, context),
    });
  }
}

/** Of what the kind needs nothing may be missing; the reason of a resignation is given when it is made. */
function typedIn({ wording }: Pick<Context, 'wording'>, input: MembershipChangeInput): TypedChange {
  const issues = new InputIssues(wording);
  const given = <T>(field: string, value: T | null | undefined, stand: T): T => {
    if (value == null) issues.add(field, InputIssueCode.REQUIRED);
    return value ?? stand;
  };
  const typed = changeIn(input, given);
  issues.refuseIfAny();
  return typed;
}

type Given = <T>(field: string, value: T | null | undefined, stand: T) => T;

function changeIn(
  { membershipId, kind, on: typedOn, toClassId, hold, lastDay, holdId }: MembershipChangeInput,
  given: Given,
): TypedChange {
  if (kind === 'RESIGNATION_WITHDRAWN') return { membershipId, kind };
  const on = given('on', typedOn, '' as LocalDate);
  switch (kind) {
    case 'RECLASSIFICATION':
      return { membershipId, kind, on, toClassId: given('toClassId', toClassId, '') };
    case 'HOLD':
      return { membershipId, kind, on, hold: given('hold', hold, HOLD_KINDS.LEAVE), lastDay };
    case 'HOLD_END':
      return { membershipId, kind, on, holdId: given('holdId', holdId, '') };
    case 'RESIGNATION':
      return { membershipId, kind, on, reason: '—' };
    case 'REINSTATEMENT':
      return { membershipId, kind, on, toClassId };
  }
}
