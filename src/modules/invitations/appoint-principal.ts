import type { UploadId } from '../../kernel/id.ts';
import type { Locale } from '../../kernel/locale.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Context } from '../../platform/context.ts';
import { within, type Tx } from '../../platform/database/database.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { actorOf } from '../accounts/index.ts';
import { associationById } from '../associations/index.ts';
import { keepUpload, receivedUpload } from '../documents/index.ts';
import {
  actOnOrganization,
  nameOfOrganization,
  organizationFor,
  principalSuspended,
  suspendPrincipal,
  tellPerson,
  type OrganizationEntity,
} from '../organizations/index.ts';
import { personsOfActor } from '../people/index.ts';
import type { InvitationRowOutcome } from './invitation.enums.ts';
import { judgeDraft, type SendableDraft } from './judge-draft.ts';
import { liveInvitation } from './live-invitation.ts';
import { putInvitation } from './put-invitation.ts';
import { readDraft } from './read-draft.ts';
import { judgeNames, refuseRow } from './refuse-row.ts';
import { stationeryOf, type Stationery } from './send-invitation.ts';
import type { Target } from './target-taken.ts';

export interface AppointPrincipal {
  readonly organizationId: string;
  readonly email: string;
  readonly locale: Locale;
  readonly personId?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  /** What the association has on file for it, in its own words. */
  readonly document: string;
  /** The document itself, which the signed-in person has sent. */
  readonly uploadId?: string | null | undefined;
  readonly idempotencyKey: string | undefined;
}

interface Judged {
  readonly organization: OrganizationEntity;
  readonly sendable: SendableDraft;
  readonly stationery: Stationery;
  readonly uploadId: UploadId | null;
}

/** Where each reason why nobody can be invited belongs in the form. */
const FIELDS: Partial<Record<InvitationRowOutcome, string>> = {
  BAD_ADDRESS: 'email',
  NOT_FOUND: 'personId',
  ALREADY_HELD: 'personId',
};

/**
 * Puts another principal in the place of one who died, left or does not answer. They are invited; until they accept,
 * the old one stays of record without rights.
 */
export async function appointPrincipal(
  context: Context,
  { idempotencyKey: key, ...input }: AppointPrincipal,
): Promise<{ readonly invitationId: string | null }> {
  return actOnOrganization(
    context,
    asked => judge(asked, input),
    { operation: 'appointPrincipal', key, input },
    async (tx, { organization, sendable, stationery, uploadId }) => {
      if (uploadId !== null && !(await keepUpload(context, tx, uploadId))) refuseUpload(context);
      const suspendedId = await suspendPrincipal(context, tx, organization.id);
      const invitationId = await invite(context, tx, sendable, stationery);
      if (suspendedId !== null)
        await tellPerson(context, tx, {
          personId: suspendedId,
          associationId: organization.associationId,
          letter: principalSuspended,
          values: locale => ({ organization: nameOfOrganization(organization, locale) }),
        });
      await recordAudit(context, tx, {
        act: 'appointPrincipal',
        subjectKind: 'Organization',
        subjectId: organization.id,
        associationId: organization.associationId,
        before: { principalPersonId: suspendedId },
        after: { invitationId, document: input.document, uploadId },
      });
      return { invitationId };
    },
  );
}

async function judge(
  context: Context,
  { organizationId, document: _, uploadId: file, ...draft }: Omit<AppointPrincipal, 'idempotencyKey'>,
): Promise<Judged> {
  const organization = await organizationFor(context, organizationId, 'APPOINT_PRINCIPAL');
  const association = await context.load(associationById, organization.associationId);
  if (association === null) throw new Error('an organization names an association that is gone');
  const issues = new InputIssues(context.wording);
  judgeNames(issues, draft);
  issues.refuseIfAny();
  const read = readDraft({ ...draft, organizationId, roles: ['PRINCIPAL'] });
  const sendable =
    typeof read === 'string'
      ? read
      : await judgeDraft(context, association, read, notThemselves(context), { appointing: true });
  if (typeof sendable === 'string')
    return refuseRow(context, sendable, { fields: FIELDS, sentences: 'invitations.appoint' });
  const { locale } = draft;
  const { accountId: inviterAccountId } = actorOf(context);
  const stationery = await stationeryOf(context, association, { locale, inviterAccountId });
  const uploadId = file == null ? null : await documentOf(context, organization, file);
  return { organization, sendable, stationery, uploadId };
}

/** Of the same association, or its staff could not read it. */
async function documentOf(
  context: Context,
  { associationId }: OrganizationEntity,
  publicId: string,
): Promise<UploadId> {
  const upload = await receivedUpload(context, publicId, 'DOCUMENT');
  return upload?.associationId === associationId ? upload.id : refuseUpload(context);
}

function refuseUpload({ wording }: Context): never {
  const issues = new InputIssues(wording);
  issues.add('uploadId', InputIssueCode.NOT_ALLOWED, 'invitations.appoint.upload');
  issues.refuseIfAny();
  throw new Error('something was blamed');
}

/** Whether they may appoint at all was asked before; nobody appoints themselves. */
const notThemselves =
  (context: Context) =>
  async ({ personId }: Target): Promise<boolean> =>
    !(await personsOfActor(context)).some(({ id }) => id === personId);

/** The new one, or the one that was there before. */
async function invite(
  context: Context,
  tx: Tx,
  sendable: SendableDraft,
  stationery: Stationery,
): Promise<string | null> {
  const { accountId: inviterAccountId } = actorOf(context);
  const issuing = { stationery, act: 'appointPrincipal', inviterAccountId };
  const put = await putInvitation(context, tx, sendable, issuing);
  if (put) return put.row.id;
  const found = [sendable.draft.address.normalized, sendable.targetKey];
  const [live] = await within(tx, liveInvitation, found);
  return live?.id ?? null;
}
