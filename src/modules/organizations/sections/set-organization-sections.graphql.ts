import {
  Arg,
  createUnionType,
  Ctx,
  Field,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { AnswerProblems } from '../../../platform/graphql/answer-problems.ts';
import { InvalidInput } from '../../../platform/graphql/invalid-input.ts';
import { Policy } from '../../../platform/graphql/policy.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Identifier, ListSize } from '../../../platform/graphql/validators.ts';
import { OrganizationNotFound } from '../organization.problems.ts';
import { Organization } from '../organization.type.ts';
import { organizationAfter } from '../organization-after.ts';
import { setOrganizationSections } from './set-organization-sections.ts';

const MOST_STAYS = 50;

@InputType({ description: 'A stay in a section, known by the section and its first day.' })
export class SectionStayInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Of the association of the organization. A row without a section is left out.',
  })
  sectionId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The first day, today if left out. Of a new stay it is today or later, for staff any day; at most ten years ahead.',
  })
  from?: LocalDate | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day, inclusive; yesterday at the earliest, for staff any day. Left out: a new stay has no end in sight, and one on record keeps the end that it has.',
  })
  to?: LocalDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Takes the stay back, as long as it has not begun. One that has begun is given an end.',
  })
  withdrawn?: boolean | null;
}

@InputType()
export class SetOrganizationSectionsInput {
  @Field(() => ID)
  @Identifier()
  organizationId!: string;

  @Field(() => [SectionStayInput], {
    description: `1 to ${String(MOST_STAYS)} stays that begin or get an end. Stays that are not named are left as they are.`,
  })
  @ListSize(1, MOST_STAYS)
  stays!: SectionStayInput[];
}

@Policy('HOLDER')
@ObjectType({ simpleResolvers: true, description: 'The stays are as they were wished.' })
export class SetOrganizationSectionsSuccess {
  @Field(() => Organization)
  organization!: Organization;
}

export const SetOrganizationSectionsResult = createUnionType({
  name: 'SetOrganizationSectionsResult',
  types: () => [SetOrganizationSectionsSuccess, InvalidInput, OrganizationNotFound] as const,
});

@Resolver()
export class SetOrganizationSectionsResolver {
  @Policy('SIGNED_IN')
  @Mutation(() => SetOrganizationSectionsResult, {
    description:
      'Puts an organization into sections of its association and gives stays an end: its principal and contact delegates, and staff through an internal tool. A stay that has begun stays on record; sent again, it changes nothing.',
  })
  @AnswerProblems()
  async setOrganizationSections(
    @Ctx() context: Context,
    @Arg('input', () => SetOrganizationSectionsInput) { organizationId, stays }: SetOrganizationSectionsInput,
  ): Promise<typeof SetOrganizationSectionsResult> {
    await setOrganizationSections(context, {
      organizationId,
      stays: stays.map(({ sectionId, from, to, withdrawn }) => ({
        sectionId: sectionId ?? null,
        from: from ?? null,
        to: to ?? null,
        withdrawn: withdrawn ?? false,
      })),
    });
    const organization = await organizationAfter(context, organizationId);
    return Object.assign(new SetOrganizationSectionsSuccess(), { organization });
  }
}
