import {
  newId,
  type AssociationId,
  type OrganizationId,
  type PersonId,
  type RepresentationId,
  type UploadId,
} from '../../../kernel/id.ts';
import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { onceAfter } from '../../../platform/database/idempotency.ts';
import { violates } from '../../../platform/database/violation.ts';
import { demandFreshSignIn } from '../../../platform/graphql/fresh-sign-in.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { refuse } from '../../../platform/problem.ts';
import { keepUpload, receivedUpload } from '../../documents/index.ts';
import { displayNameOf, personFor, personSearchKey, type PersonEntity } from '../../people/index.ts';
import { organizationFor } from '../organization-for.ts';
import { isOwnRepresentative, type NamedRepresentative } from './is-own-representative.ts';
import { LONGEST_NAME } from './longest.ts';
import { ONCE, RepresentationEntity } from './representation.entity.ts';
import type { RepresentationKind } from './representation.enums.ts';
import type { RepresentationFacts } from './representation.loaders.ts';
import { representationRecorded } from './representation.mails.ts';
import { canBeOf, isInReach } from './representation.policy.ts';
import { OwnRepresentation, RepresentationStands } from './representation.problems.ts';
import { tellBoth } from './tell-both.ts';

export interface RecordRepresentation {
  /** Who is represented: one of the two. */
  readonly personId?: string | null | undefined;
  readonly organizationId?: string | null | undefined;
  readonly kind: RepresentationKind;
  /** Who represents: somebody on file, or a name. */
  readonly representativePersonId?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly from: LocalDate;
  /** The last day. */
  readonly to?: LocalDate | null | undefined;
  readonly document: string;
  readonly uploadId?: string | null | undefined;
  readonly idempotencyKey: string | undefined;
}

type Asked = Omit<RecordRepresentation, 'idempotencyKey'>;

interface Represented {
  readonly associationId: AssociationId;
  readonly personId: PersonId | null;
  readonly organizationId: OrganizationId | null;
  readonly fr: string;
  readonly en: string;
}

interface Representative extends NamedRepresentative {
  readonly id: PersonId | null;
}

type Wanted = Omit<RepresentationFacts, 'id'>;

/** Puts on record who represents somebody, from when until when and by which document. Never oneself. */
export const recordRepresentation = (
  context: Context,
  { idempotencyKey: key, ...input }: RecordRepresentation,
): Promise<RepresentationId> => {
  demandFreshSignIn(context);
  return onceAfter(
    context,
    () => judge(context, input),
    { operation: 'recordRepresentation', key, input },
    (tx, wanted) => record(context, tx, wanted),
  );
};

async function judge(context: Context, input: Asked): Promise<Wanted> {
  const issues = new InputIssues(context.wording);
  const one = [input.personId, input.organizationId].filter(id => id != null);
  if (one.length !== 1) blame(issues, one.length === 0 ? 'personId' : 'organizationId', 'oneRepresented');
  issues.refuseIfAny();

  const represented = await representedBy(context, input);
  const representative = await representativeIn(context, input, issues, represented);
  const { kind, from, document } = input;
  if (!isInReach(from)) blame(issues, 'from', 'tooFar');
  const to = lastDayIn(issues, input.to ?? null);
  if (!canBeOf(kind, represented.personId === null ? 'ORGANIZATION' : 'PERSON'))
    blame(issues, 'kind', 'ofPersonsAlone');
  if (to !== null && to <= from) blame(issues, 'to', 'order');
  const uploadId =
    input.uploadId == null ? null : await uploadIn(context, issues, represented, input.uploadId);
  issues.refuseIfAny();
  if (await isOwnRepresentative(context, representative)) refuse(new OwnRepresentation());
  return {
    associationId: represented.associationId,
    personId: represented.personId,
    organizationId: represented.organizationId,
    representedFr: represented.fr,
    representedEn: represented.en,
    kind,
    representativePersonId: representative.id,
    givenName: representative.givenName,
    familyName: representative.familyName,
    from,
    to,
    document: document.trim(),
    uploadId,
  };
}

const blame = (issues: InputIssues, field: string, what: string): void => {
  issues.add(field, InputIssueCode.NOT_ALLOWED, `organizations.representations.${what}`);
};

/** The day after it, on which it holds no more. */
function lastDayIn(issues: InputIssues, last: LocalDate | null): LocalDate | null {
  if (last !== null && isInReach(last)) return addDays(last, 1);
  if (last !== null) blame(issues, 'to', 'tooFar');
  return null;
}

async function representedBy(context: Context, { personId, organizationId }: Asked): Promise<Represented> {
  if (personId != null) {
    const person = await personFor(context, personId, 'MANAGE_REPRESENTATIONS');
    const name = displayNameOf(person);
    return {
      associationId: person.associationId,
      personId: person.id,
      organizationId: null,
      fr: name,
      en: name,
    };
  }
  const found = await organizationFor(context, organizationId ?? '', 'MANAGE_REPRESENTATIONS');
  const { id, associationId, publicNameFr: fr, publicNameEn: en } = found;
  return { associationId, personId: null, organizationId: id, fr, en };
}

async function representativeIn(
  context: Context,
  { representativePersonId, givenName, familyName }: Asked,
  issues: InputIssues,
  { associationId, personId }: Represented,
): Promise<Representative> {
  if (representativePersonId == null)
    return {
      id: null,
      accountId: null,
      givenName: issues.requiredLine('givenName', givenName ?? '', LONGEST_NAME),
      familyName: issues.requiredLine('familyName', familyName ?? '', LONGEST_NAME),
    };
  const person: PersonEntity = await personFor(context, representativePersonId, 'READ_PEOPLE');
  if (person.associationId !== associationId) blame(issues, 'representativePersonId', 'elsewhere');
  else if (person.id === personId) blame(issues, 'representativePersonId', 'themselves');
  return person;
}

/** Of the same association, or its staff could not read it. */
async function uploadIn(
  context: Context,
  issues: InputIssues,
  { associationId }: Represented,
  publicId: string,
): Promise<UploadId | null> {
  const upload = await receivedUpload(context, publicId, 'DOCUMENT');
  if (upload?.associationId === associationId) return upload.id;
  blame(issues, 'uploadId', 'upload');
  return null;
}

async function record(context: Context, tx: Tx, wanted: Wanted): Promise<RepresentationId> {
  if (wanted.uploadId !== null && !(await keepUpload(context, tx, wanted.uploadId))) {
    const issues = new InputIssues(context.wording);
    blame(issues, 'uploadId', 'upload');
    issues.refuseIfAny();
  }
  const row = rowOf(context, wanted);
  try {
    await tx.insert(RepresentationEntity, row);
  } catch (error) {
    if (violates(error, ONCE)) refuse(new RepresentationStands());
    throw error;
  }
  const { associationId, personId, organizationId, representativePersonId, kind, from, to, uploadId } =
    wanted;
  await recordAudit(context, tx, {
    act: 'recordRepresentation',
    subjectKind: 'Representation',
    subjectId: row.id,
    associationId,
    before: null,
    after: {
      personId,
      organizationId,
      kind,
      representativePersonId,
      representative: displayNameOf(wanted),
      from,
      to,
      document: wanted.document,
      uploadId,
    },
  });
  await tellBoth(context, tx, representationRecorded, { ...wanted, id: row.id });
  return row.id;
}

function rowOf({ clock, random }: Context, wanted: Wanted): RepresentationEntity {
  const isOnFile = wanted.representativePersonId !== null;
  return Object.assign(new RepresentationEntity(), {
    id: newId<'Representation'>(clock, random),
    associationId: wanted.associationId,
    personId: wanted.personId,
    organizationId: wanted.organizationId,
    kind: wanted.kind,
    representativePersonId: wanted.representativePersonId,
    givenName: isOnFile ? null : wanted.givenName,
    familyName: isOnFile ? null : wanted.familyName,
    nameKey: isOnFile ? null : personSearchKey(wanted),
    fromOn: wanted.from,
    toOn: wanted.to,
    document: wanted.document,
    uploadId: wanted.uploadId,
    recordedAt: clock.now(),
  });
}
