import { dayAt } from '../../../kernel/deadline.ts';
import { fromPublicId, newId, type SectionId } from '../../../kernel/id.ts';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import { within, type Tx } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { associationById, sectionsOfAssociation } from '../../associations/index.ts';
import { actOnOrganization } from '../act-on-organization.ts';
import type { OrganizationEntity } from '../organization.entity.ts';
import { organizationFor } from '../organization-for.ts';
import { mayOnOrganization } from '../organization.policy.ts';
import { rightsOn } from '../organization-rights.ts';
import { OrganizationSectionEntity } from '../organization-section.entity.ts';
import { stayChanges, type BlameStay, type Stay, type StayChanges, type WantedStay } from './stay-changes.ts';

export interface SetOrganizationSections {
  readonly organizationId: string;
  readonly stays: readonly {
    /** Null for a row that was left empty. */
    readonly sectionId: string | null;
    /** Null for today. */
    readonly from: LocalDate | null;
    /** The last day, inclusive. */
    readonly to: LocalDate | null;
    readonly withdrawn: boolean;
  }[];
}

interface Terms {
  readonly today: LocalDate;
  readonly mayRecordPast: boolean;
}

interface Judged {
  readonly organization: OrganizationEntity;
  readonly terms: Terms;
  readonly wanted: readonly WantedStay[];
}

const readStays = statement<Stay>(
  'organization-stays',
  `select section_id as "sectionId", from_on::text as "from", to_on::text as "to"
   from organization_section where organization_id = $1 order by from_on, section_id`,
);

/**
 * Begins stays in sections, gives them an end and takes those back that have not begun. A stay that is not named is
 * left alone, so that two people who change different ones at once do not undo each other's work.
 */
export async function setOrganizationSections(
  context: Context,
  input: SetOrganizationSections,
): Promise<void> {
  const act = { operation: 'setOrganizationSections', key: undefined, input };
  const rules = (asked: Context): Promise<Judged> => judge(asked, input);
  await actOnOrganization(context, rules, act, async (tx, { organization, terms, wanted }) => {
    const known = await within(tx, readStays, [organization.id]);
    const issues = new InputIssues(context.wording);
    const blame: BlameStay = ({ row }, field, fault) => {
      const place = ['stays', String(row), field];
      issues.add(place, InputIssueCode.NOT_ALLOWED, `organizations.sections.issue.${fault}`);
    };
    const changes = stayChanges({ ...terms, known }, wanted, blame);
    issues.refuseIfAny();
    if (Object.values(changes).flat().length === 0) return;

    await write(context, tx, organization, changes);
    await recordAudit(context, tx, {
      act: 'setOrganizationSections',
      subjectKind: 'Organization',
      subjectId: organization.id,
      associationId: organization.associationId,
      before: { stays: known },
      after: { stays: await within(tx, readStays, [organization.id]) },
    });
  });
}

async function judge(context: Context, { organizationId, stays }: SetOrganizationSections): Promise<Judged> {
  const organization = await organizationFor(context, organizationId, 'SET_SECTIONS');
  const sections = await context.load(sectionsOfAssociation, organization.associationId);
  const terms = await termsOf(context, organization);
  const wanted = stays.flatMap(({ sectionId, from, to, withdrawn }, row) => {
    if (sectionId === null) return [];
    const id = fromPublicId('Section', sectionId);
    const isOurs = sections.some(section => section.id === id);
    return [{ row, sectionId: isOurs ? id : null, from: from ?? terms.today, lastDay: to, withdrawn }];
  });
  return { organization, terms, wanted };
}

async function termsOf(context: Context, organization: OrganizationEntity): Promise<Terms> {
  const association = await context.load(associationById, organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  return {
    today: dayAt(association.timeZone, context.clock.now()),
    mayRecordPast: mayOnOrganization('RECORD_PAST_SECTIONS', await rightsOn(context, organization)),
  };
}

async function write(
  { clock, random }: Context,
  tx: Tx,
  { id: organizationId }: OrganizationEntity,
  { withdrawn, ended, begun }: StayChanges,
): Promise<void> {
  const rowOf = ({ sectionId, from }: Stay) => ({
    organizationId,
    sectionId: sectionId as SectionId,
    fromOn: from,
  });
  for (const stay of withdrawn) await tx.delete(OrganizationSectionEntity, rowOf(stay));
  for (const stay of ended) await tx.update(OrganizationSectionEntity, rowOf(stay), { toOn: stay.to });
  for (const stay of begun) {
    const id = newId<'OrganizationSection'>(clock, random);
    await tx.insert(OrganizationSectionEntity, { id, ...rowOf(stay), toOn: stay.to });
  }
}
