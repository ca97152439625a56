import { readEmailAddress } from '../../../kernel/email-address.ts';
import { fromPublicId } from '../../../kernel/id.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Context } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database/database.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { DELEGATE_ROLES, demandRoom, grantDelegations, holdOrganization } from '../../organizations/index.ts';
import { addPerson, personById, type NewPerson } from '../../people/index.ts';
import type { Adding, WantedDelegate } from './wanted-delegate.ts';

export interface RecordedDelegate extends Adding {
  readonly roles: WantedDelegate['roles'];
  /** Somebody on file, or who is to be. */
  readonly person: { readonly id: string } | NewPerson;
}

/** Who is recorded: never somebody who can sign in, because they would have been asked. */
export async function judgeRecorded(
  context: Context,
  { personId: publicId, givenName, familyName, email, locale, roles: wanted }: WantedDelegate,
  adding: Adding,
): Promise<RecordedDelegate> {
  const { association } = adding;
  const issues = new InputIssues(context.wording);
  const blame = (field: string, code: InputIssueCode, sentence: string): void =>
    issues.add(field, code, `invitations.delegate.${sentence}`);
  const address = readEmailAddress(email ?? '');
  if ((email ?? '').trim() !== '' && !address) blame('email', InputIssueCode.BAD_FORMAT, 'BAD_ADDRESS');

  const id = publicId == null ? null : fromPublicId('Person', publicId);
  const known = id && (await context.load(personById, id));
  const recordable = known?.associationId === association.id && known.accountId === null;
  if (publicId != null && !recordable) blame('personId', InputIssueCode.NOT_ALLOWED, 'notRecordable');
  issues.refuseIfAny();

  const person = known
    ? { id: known.id }
    : {
        associationId: association.id,
        givenName: lineOf(givenName),
        familyName: lineOf(familyName),
        locale,
        contactEmail: address?.typed ?? null,
      };
  return { ...adding, person, roles: DELEGATE_ROLES.filter(role => wanted.includes(role)) };
}

/** The roles begin at once. Nobody is written to: the association keeps on file what it was told. */
export async function recordDelegate(
  context: Context,
  tx: Tx,
  { organization, association, person, roles }: RecordedDelegate,
): Promise<{ readonly invitationId: null }> {
  const { id: organizationId } = organization;
  await holdOrganization(tx, organizationId);
  const known = 'id' in person ? person.id : null;
  await demandRoom(context, tx, { association, organizationId, personId: known });
  const { id: personId } = 'id' in person ? person : await addPerson(context, tx, person);
  await grantDelegations(context, tx, { organizationId, personId, roles });
  await recordAudit(context, tx, {
    act: 'addDelegate',
    subjectKind: 'Organization',
    subjectId: organizationId,
    associationId: organization.associationId,
    after: { personId, roles, recordOnly: true },
  });
  return { invitationId: null };
}

const lineOf = (text: string | null | undefined): string => text?.normalize('NFC').trim() ?? '';
