import { toPublicId, type AccountId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import type {
  AdmitMember,
  MembershipClassEntity,
  MembershipEntity,
} from '../../src/modules/memberships/index.ts';
import { addPerson, attachAccount, type PersonEntity } from '../../src/modules/people/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import { givenClass, givenMembership, givenStaff } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface TransferShown {
  readonly id: string;
  readonly state: string;
  readonly holderName: string;
  readonly memberNumber: string;
  readonly askedBy: string;
  readonly overdue: boolean;
  readonly needsStanding: boolean;
  readonly standing: string | null;
  readonly standingNote: string | null;
  readonly reason: string | null;
  readonly effectiveOn: string | null;
  readonly viewerCan: {
    readonly decide: boolean;
    readonly stateStanding: boolean;
    readonly withdraw: boolean;
  };
  readonly newMembership: { readonly id: string; readonly memberNumber: string } | null;
  readonly preview: { readonly effectiveOn: string; readonly moneyEffect: object } | null;
}

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly transfer: TransferShown;
  readonly person: {
    readonly deathRecord: { readonly diedOn: string; readonly uploadId: string | null } | null;
  };
  readonly why: string;
  readonly state: string;
  readonly diedOn: string;
  readonly effect: { readonly total: { readonly cents: number } };
  readonly issues: readonly { readonly path: readonly string[]; readonly message: string }[];
}

const TRANSFER = `transfer { id state holderName memberNumber askedBy overdue needsStanding standing standingNote reason
  effectiveOn viewerCan { decide stateStanding withdraw } newMembership { id memberNumber }
  preview { effectiveOn moneyEffect { total { cents } } } }`;

export const { perform } = mutationsOf<
  | 'requestTransfer'
  | 'decideTransfer'
  | 'stateTransferStanding'
  | 'withdrawTransfer'
  | 'recordDeath'
  | 'withdrawDeathRecord',
  Result
>(
  {
    requestTransfer: `... on RequestTransferSuccess { ${TRANSFER} } ... on TransferNotPossible { why }
      ... on MoneyEffectChanged { effect { total { cents } } }`,
    decideTransfer: `... on DecideTransferSuccess { ${TRANSFER} } ... on TransferOver { state }
      ... on TransferNotPossible { why } ... on MoneyEffectChanged { effect { total { cents } } }`,
    stateTransferStanding: `... on StateTransferStandingSuccess { ${TRANSFER} } ... on TransferOver { state }`,
    withdrawTransfer: `... on WithdrawTransferSuccess { ${TRANSFER} } ... on TransferOver { state }`,
    recordDeath: `... on RecordDeathSuccess { person { deathRecord { diedOn uploadId } } }
      ... on DeathOnRecord { diedOn } ... on MoneyEffectChanged { effect { total { cents } } }`,
    withdrawDeathRecord: '... on WithdrawDeathRecordSuccess { person { deathRecord { diedOn uploadId } } }',
  },
  '... on Problem { message } ... on InvalidInput { issues { path message } }',
);

/** Two bodies of one tree, each with its office; PIBC is independent, and nobody above reaches in. */
export interface Bodies {
  readonly regular: MembershipClassEntity;
  readonly western: MembershipClassEntity;
  readonly planner: MembershipClassEntity;
  readonly pibcTool: string;
}

export async function givenBodies(portal: Portal): Promise<Bodies> {
  const { oppi, pibc } = portal.world;
  const { key: pibcTool } = await portal.parts.db.transaction(tx =>
    registerClient(portal.parts, tx, {
      associationId: pibc.id,
      keyMode: 'TEST',
      signInMode: 'DIRECT',
      name: 'pibc tool',
      kind: 'SECRET',
      origins: [],
      pages: [],
    }),
  );
  const classAt = (body: AssociationEntity, code: string, certificateEligible: boolean) =>
    givenClass(portal, { associationId: body.id, code, nameFr: code, nameEn: code, certificateEligible });
  return {
    regular: await classAt(oppi, 'REGULAR', false),
    western: await classAt(pibc, 'WESTERN', false),
    planner: await classAt(pibc, 'PLANNER', true),
    pibcTool,
  };
}

export const signInAt = async (portal: Portal, address: string, clientKey: string): Promise<Asked> => {
  const input = { identifier: address, password: PASSWORD };
  const { session } = await performAccount(portal, 'signIn', input, { clientKey });
  return { clientKey, token: session.accessToken };
};

/** An office's staff member, who signs in again whenever time has passed. */
export async function givenOfficer(
  portal: Portal,
  body: AssociationEntity,
  clientKey: string,
  role = StaffRole.MEMBERSHIP,
): Promise<{ readonly accountId: AccountId; readonly asked: () => Promise<Asked> }> {
  const account = await givenAccount(portal, { associationIds: [body.id] });
  await givenStaff(portal, account.id, body, role);
  return { accountId: account.id, asked: () => signInAt(portal, account.address, clientKey) };
}

export interface Member {
  readonly person: PersonEntity;
  readonly accountId: AccountId;
  readonly address: string;
  readonly membership: MembershipEntity;
  readonly membershipId: string;
  readonly asked: () => Promise<Asked>;
}

let count = 0;

/** A member of OPPI since 2025, paid until the end of March 2027, with an account at ICU's site. */
export async function givenMember(
  portal: Portal,
  memberClass: MembershipClassEntity,
  wanted: Partial<AdmitMember> = {},
): Promise<Member> {
  const { world, parts } = portal;
  const account = await givenAccount(portal, { associationIds: [memberClass.associationId] });
  const person = await parts.db.transaction(async tx => {
    const added = await addPerson(parts, tx, {
      associationId: memberClass.associationId,
      givenName: 'Alizé',
      familyName: 'Côté',
      locale: 'fr-CA',
    });
    await attachAccount(parts, tx, { personId: added.id, accountId: account.id });
    return added;
  });
  const memberNumber = `OP-${String(++count)}`;
  const membership = await givenMembership(
    portal,
    memberClass,
    { personId: person.id },
    { memberNumber, ...wanted },
  );
  return {
    person,
    accountId: account.id,
    address: account.address,
    membership,
    membershipId: toPublicId('Membership', membership.id),
    asked: () => signInAt(portal, account.address, world.icu.siteKey),
  };
}

interface History {
  readonly status: { readonly code: string };
  readonly affiliations: readonly {
    readonly from: string;
    readonly to: string | null;
    readonly reason: string;
    readonly class: { readonly code: string };
  }[];
  readonly terms: readonly { readonly from: string; readonly to: string | null }[];
}

/** A membership as somebody sees it, at an instant; null where they may not. */
export async function shown(
  portal: Portal,
  id: string,
  asked: Asked,
  asOf: string | null = null,
): Promise<History | null> {
  const { data } = await portal.graphql<{ membership: History | null }>(
    `query ($id: ID!, $asOf: DateTime) { membership(id: $id) { status(asOf: $asOf) { code }
       affiliations { from to reason class { code } } terms { from to } } }`,
    { id, asOf },
    asked,
  );
  return data.membership;
}

/** Its stays in few words. */
export const staysOf = (history: History | null): readonly string[] =>
  (history?.affiliations ?? []).map(
    ({ from, to, reason, class: { code } }) => `${from}…${to ?? ''} ${code} ${reason}`,
  );

export const FEBRUARY = localDate('2027-02-01');
