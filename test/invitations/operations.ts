import { toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

interface Next {
  readonly kind: string;
  readonly label: string;
  readonly organizationId: string | null;
  readonly maskedAddress: string | null;
  readonly retryAfterSeconds: number | null;
  readonly support: { readonly email: string } | null;
}

export interface Field {
  readonly path: string[];
  readonly label: string;
  readonly help: string | null;
  readonly kind: string;
  readonly required: boolean;
  readonly value: string | null;
  readonly readOnlyReason: string | null;
  readonly options: { value: string; label: string }[];
}

export interface InvitationSeen {
  readonly id: string;
  readonly email: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly expiresAt: string;
  readonly mail: {
    readonly subject: string;
    readonly state: string;
    readonly stateLabel: string;
    readonly queuedAt: string;
    readonly settledAt: string | null;
  } | null;
  readonly inviterName: string | null;
  readonly invitee: { readonly displayName: string };
  readonly organization: { readonly publicName: string } | null;
  readonly disputedAt: string | null;
}

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly next: Next;
  readonly issues: readonly { path: string[]; code: string; rule: string | null; message: string }[];
  readonly session: { readonly accessToken: string; readonly refreshToken: string };
  readonly account: {
    readonly id: string;
    readonly username: string | null;
    readonly locale: string;
    readonly addresses: readonly { address: string; primary: boolean; verified: boolean }[];
  };
  readonly accepted: boolean;
  readonly steps: readonly { name: string; label: string; state: string }[];
  /** Of a problem that is about one answer. */
  readonly path: readonly string[];
  readonly suggestions: readonly string[];
  readonly documents: readonly { id: string; kind: string; url: string }[];
  readonly expiredAt: string;
  readonly maskedAddress: string;
  readonly canReissue: boolean;
  readonly retryAfterSeconds: number;
  readonly rows: readonly {
    readonly index: number;
    readonly outcome: string;
    readonly label: string;
    readonly invitation: InvitationSeen | null;
  }[];
  readonly invitation: InvitationSeen & {
    readonly association: { readonly code: string; readonly name: string };
    readonly targetKind: string;
    readonly targetLabel: string;
    readonly organizationName: string | null;
    readonly roleLabels: readonly string[];
    readonly inviteeName: string;
    readonly locale: string;
  };
  readonly flow: {
    readonly steps: readonly { name: string; label: string; state: string }[];
    readonly forms: readonly { name: string; title: string; submitLabel: string; fields: Field[] }[];
    readonly documents: readonly {
      readonly id: string;
      readonly kind: string;
      readonly url: string;
      readonly urls: { readonly fr: string; readonly en: string };
      readonly label: string;
      readonly labels: { readonly fr: string; readonly en: string };
    }[];
  };
}

const NEXT = 'next { kind label organizationId maskedAddress retryAfterSeconds support { email } }';
const STEPS = 'steps { name label state }';
const ACCOUNT = 'account { id username locale addresses { address primary verified } }';
export const INVITATION =
  'id email state stateLabel expiresAt mail { subject state stateLabel queuedAt settledAt } inviterName disputedAt invitee { displayName } organization { publicName }';

const PROBLEMS = `... on Problem { message } ... on InvalidInput { issues { path code rule message } }`;
const CODE_PROBLEMS = `... on InvitationCodeUnknown { ${NEXT} } ... on InvitationUsed { ${NEXT} }
  ... on InvitationWithdrawn { ${NEXT} } ... on InvitationDeclined { ${NEXT} } ... on InvitationReplaced { ${NEXT} }
  ... on TooManyAttempts { retryAfterSeconds ${NEXT} }`;
const EXPIRED = `... on InvitationExpired { expiredAt maskedAddress canReissue ${NEXT} }`;
const TAKEN = `... on InvitationTargetTaken { ${NEXT} }`;
const TOKENS = ['Unknown', 'Used', 'Expired']
  .map(state => `... on ConfirmationToken${state} { ${NEXT} }`)
  .join(' ');

const FIELDS = {
  issueInvitations: `... on IssueInvitationsSuccess { rows { index outcome label invitation { ${INVITATION} } } }`,
  acceptInvitationWithNewAccount: `${CODE_PROBLEMS} ${EXPIRED} ${TAKEN}
    ... on AcceptInvitationWithNewAccountSuccess { session { accessToken refreshToken } ${ACCOUNT} ${STEPS} ${NEXT} }
    ... on UsernameTaken { path suggestions } ... on AddressHasAccount { ${NEXT} }
    ... on DocumentsNotAccepted { path documents { id kind url } }`,
  acceptInvitation: `${CODE_PROBLEMS} ${EXPIRED} ${TAKEN} ... on InvitationAddressMismatch { maskedAddress ${NEXT} }
    ... on AcceptInvitationSuccess { accepted ${ACCOUNT} ${STEPS} ${NEXT} }`,
  declineInvitation: `${CODE_PROBLEMS} ${EXPIRED} ... on DeclineInvitationSuccess { ${NEXT} }`,
  resendInvitation: `... on ResendInvitationSuccess { invitation { ${INVITATION} } } ${TAKEN}
    ... on InvitationUsed { ${NEXT} } ... on InvitationWithdrawn { ${NEXT} } ... on InvitationDeclined { ${NEXT} }`,
  revokeInvitation: `... on RevokeInvitationSuccess { invitation { ${INVITATION} } }
    ... on InvitationUsed { ${NEXT} } ... on InvitationDeclined { ${NEXT} }`,
  reissueExpiredInvitation: `${CODE_PROBLEMS} ... on InvitationNotReissuable { ${NEXT} }
    ... on ReissueExpiredInvitationSuccess { maskedAddress ${NEXT} }`,
  confirmInvitationAddress: `... on ConfirmInvitationAddressSuccess { ${NEXT} } ${TOKENS} ${TAKEN}
    ... on ConfirmationTokenReplaced { ${NEXT} } ... on InvitationUsed { ${NEXT} }
    ... on InvitationWithdrawn { ${NEXT} } ... on InvitationDeclined { ${NEXT} }`,
  disputeInvitation: `... on DisputeInvitationSuccess { ${NEXT} } ${TOKENS}`,
} as const;

export type Operation = keyof typeof FIELDS;

export const { send, perform } = mutationsOf<Operation, Result>(FIELDS, PROBLEMS);

const PREVIEW = `query ($code: String!) { invitationPreview(code: $code) { __typename ${PROBLEMS} ${CODE_PROBLEMS} ${EXPIRED}
  ... on InvitationPreviewSuccess {
    invitation { association { code name } targetKind targetLabel organizationName roleLabels inviteeName email locale expiresAt }
    flow {
      ${STEPS}
      forms { name title submitLabel fields { path label help kind required value readOnlyReason options { value label } } }
      documents { id kind url label labels { fr en } urls { fr en } }
    }
  }
} }`;

export async function preview(portal: Portal, code: string, asked: Asked = {}): Promise<Result> {
  const { data, errors } = await portal.graphql<{ invitationPreview: Result }>(PREVIEW, { code }, asked);
  if (errors.length > 0) throw new Error(`the preview was answered with ${JSON.stringify(errors)}`);
  return data.invitationPreview;
}

/** Staff of an association, signed in at its tool. */
export interface Office {
  readonly account: GivenAccount;
  readonly associationId: string;
  readonly asked: Asked;
}

export async function givenOffice(
  portal: Portal,
  wanted: {
    body?: { association: AssociationEntity; toolKey: string };
    role?: StaffRole;
    name?: string;
  } = {},
): Promise<Office> {
  const { association, toolKey } = wanted.body ?? portal.world.aqpm;
  const account = await givenAccount(portal, { associationIds: [association.id] });
  const [givenName = '', familyName = ''] = (wanted.name ?? 'Marie Bureau').split(' ');
  await givenPerson(portal, { associationId: association.id, givenName, familyName, accountId: account.id });
  await givenStaff(portal, account.id, association, wanted.role ?? StaffRole.MEMBERSHIP);
  const { accessToken } = await signedIn(portal, account.address, { clientKey: toolKey });
  return {
    account,
    associationId: toPublicId('Association', association.id),
    asked: { clientKey: toolKey, token: accessToken },
  };
}

let count = 0;
export const newAddress = (): string => `invite${++count}@maboite.example`;

/** A draft of an invitation to somebody who is not on file. */
export const newcomer = (more: object = {}): { readonly email: string } => ({
  email: newAddress(),
  ...{ locale: 'FR_CA', givenName: 'Nadia', familyName: 'Benali' },
  ...more,
});

/** Issues one invitation, which must go out. */
export async function issue(portal: Portal, office: Office, draft: object): Promise<InvitationSeen> {
  const wanted = { email: newAddress(), locale: 'FR_CA', ...draft };
  const input = { associationId: office.associationId, invitations: [wanted] };
  const result = await perform(portal, 'issueInvitations', input, office.asked);
  const row = result.__typename === 'IssueInvitationsSuccess' ? result.rows[0] : undefined;
  if (row?.outcome !== 'SENT' || !row.invitation) throw new Error(`was not sent: ${JSON.stringify(result)}`);
  return row.invitation;
}

/** The code in the newest mail to that address. */
export async function codeMailedTo(portal: Portal, address: string): Promise<string> {
  await portal.runDue();
  const [, code] = /#code=([0-9a-f-]+)/.exec(portal.mailbox.lastTo(address).text) ?? [];
  if (code === undefined) throw new Error(`no code in the mail to ${address}`);
  return code;
}

export async function tokenMailedTo(
  portal: Portal,
  address: string,
  what: 'confirmation' | 'dispute',
): Promise<string> {
  await portal.runDue();
  const mails = portal.mailbox
    .to(address)
    .flatMap(mail => new RegExp(`#${what}=([\\w-]+)`).exec(mail.text)?.[1] ?? []);
  const token = mails.at(-1);
  if (token === undefined) throw new Error(`no ${what} link in the mails to ${address}`);
  return token;
}

export const GOOD_PASSWORD = 'Printemps vert!2027';

/** What somebody types who opens an account, everything right. */
export const newAccountInput = (portal: Portal, code: string, more: object = {}): object => ({
  code,
  username: `invite-${++count}`,
  password: GOOD_PASSWORD,
  locale: 'FR_CA',
  acceptedDocuments: portal.world.aqpm.documentIds.map(id => toPublicId('AssociationDocument', id as never)),
  ...more,
});

/** An account that was there before, signed in at AQPM's site. */
export async function givenMember(
  portal: Portal,
  address: string,
): Promise<{ readonly id: AccountId; readonly asked: Asked }> {
  const account = await givenAccount(portal, { address });
  const { accessToken } = await signedIn(portal, address);
  return { id: account.id, asked: { token: accessToken } };
}

/** A refusal in both languages: the same answer in other words. */
export async function refusedInBoth(act: (locale: 'fr-CA' | 'en-CA') => Promise<Result>): Promise<Result> {
  const french = await act('fr-CA');
  const english = await act('en-CA');
  if (french.__typename !== english.__typename)
    throw new Error(`French ${JSON.stringify(french)}, English ${JSON.stringify(english)}`);
  if (french.__typename.endsWith('Success')) throw new Error(`expected a refusal: ${JSON.stringify(french)}`);
  const said = JSON.stringify(french);
  if (said === JSON.stringify(english)) throw new Error(`the same words in both languages: ${said}`);
  return french;
}

/** Somebody new, invited to their own record. */
export async function givenCode(
  portal: Portal,
  office: Office,
  draft: object = {},
): Promise<{ readonly code: string; readonly address: string; readonly id: string }> {
  const address = newAddress();
  const named = { email: address, givenName: 'Luc', familyName: `Essai ${address}` };
  const { id } = await issue(portal, office, { ...named, ...draft });
  return { code: await codeMailedTo(portal, address), address, id };
}

/** Puts the clock past the last day of every invitation that exists. */
export const lapse = (portal: Portal, extraDays = 0): void =>
  portal.clock.advance((31 + extraDays) * 86_400_000);
