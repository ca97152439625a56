import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dayAt } from '../../../kernel/deadline.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import type { Context } from '../../../platform/context.ts';
import { Form } from '../../../platform/graphql/form.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { Section, sectionsOfAssociation } from '../../associations/index.ts';
import type { SectionStay } from '../organization.loaders.ts';
import { OrganizationSection } from '../organization-parts.type.ts';
import { Organization } from '../organization.type.ts';
import { sectionsForm } from './sections-form.ts';

@Resolver(() => Organization)
export class OrganizationSectionsResolver {
  @FieldResolver(() => [OrganizationSection], {
    description: 'The sections that it is in on a day, by code.',
  })
  async sections(
    @Root() organization: Organization,
    @Ctx() context: Context,
    @Arg('asOf', () => DateScalar, {
      nullable: true,
      description: 'Today if left out, as the association counts its days.',
    })
    asOf?: LocalDate | null,
  ): Promise<OrganizationSection[]> {
    const [day, stays] = await Promise.all([
      asOf ?? todayOf(context, organization),
      organization.sectionStays(),
    ]);
    return stays.filter(({ from, to }) => from <= day && (to === null || day < to)).map(stayView);
  }

  @FieldResolver(() => [OrganizationSection], {
    description: 'Every stay in a section, past and coming ones included, by code and first day.',
  })
  async sectionHistory(@Root() organization: Organization): Promise<OrganizationSection[]> {
    return (await organization.sectionStays()).map(stayView);
  }

  @FieldResolver(() => Form, {
    description:
      'What may be changed with `setOrganizationSections`, ready to draw: a row for each stay that is not over, and an empty one for a new stay, which may be sent as it is.',
  })
  async sectionsForm(@Root() organization: Organization, @Ctx() context: Context): Promise<Form> {
    const [stays, sections, today, { setSections: mayChange }] = await Promise.all([
      organization.sectionStays(),
      context.load(sectionsOfAssociation, organization.facts.associationId),
      todayOf(context, organization),
      organization.viewerCan(context),
    ]);
    return sectionsForm(context.wording, { stays, sections, today, mayChange });
  }
}

async function todayOf(context: Context, { association }: Organization): Promise<LocalDate> {
  const { timeZone } = typeof association === 'function' ? await association({}, context) : association;
  return dayAt(timeZone, context.clock.now());
}

const stayView = (stay: SectionStay): OrganizationSection =>
  new OrganizationSection(new Section(stay), stay.from, stay.to && addDays(stay.to, -1));
