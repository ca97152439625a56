import { readEmailAddress } from '../../src/kernel/email-address.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { addVerifiedAddress } from '../../src/modules/accounts/index.ts';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { contextOf, givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly effectiveAt: string;
  readonly done: boolean;
  readonly next: { readonly kind: string; readonly support: { readonly email: string } | null };
  readonly issues: readonly { readonly path: string[]; readonly code: string; readonly message: string }[];
}

const NEXT = 'next { kind support { email } }';
const PROBLEMS = '... on Problem { message } ... on InvalidInput { issues { path code message } }';

const FIELDS = {
  replaceLostAddress:
    '... on ReplaceLostAddressSuccess { effectiveAt done } ... on AddressReplacementOpen { effectiveAt }',
  contestAddressReplacement: `... on ContestAddressReplacementSuccess { ${NEXT} }`,
  contestOwnAddressReplacement: `... on ContestOwnAddressReplacementSuccess { ${NEXT} }`,
  withdrawAddressReplacement: `... on WithdrawAddressReplacementSuccess { ${NEXT} }`,
} as const;

export type Operation = keyof typeof FIELDS;

export const { send, perform } = mutationsOf<Operation, Result>(FIELDS, PROBLEMS);

export const HOUR = 3_600_000;
export const IDENTITY_CHECK = 'Permis de conduire comparé en visioconférence au dossier';

/** Makes somebody staff since so many hours, by default for longer than anybody has to say no. */
export const employedSince = ({ parts }: Portal, accountId: string, hours = 96): Promise<unknown> =>
  parts.db.transaction(tx =>
    tx.query('update staff_assignment set from_at = $2 where account_id = $1', [
      accountId,
      new Date(parts.clock.now().getTime() - hours * HOUR),
    ]),
  );

/** Somebody of AQPM's staff, or of another body's, signed in at its tool. */
export async function givenAdministrator(
  portal: Portal,
  role = StaffRole.ADMIN,
  { association, toolKey: clientKey }: { association: AssociationEntity; toolKey: string } = portal.world
    .aqpm,
): Promise<{ readonly account: GivenAccount; readonly asked: Asked & { readonly token: string } }> {
  const account = await givenAccount(portal);
  await givenStaff(portal, account.id, association, role);
  await employedSince(portal, account.id);
  const { accessToken: token } = await signedIn(portal, account.address, { clientKey });
  return { account, asked: { clientKey, token } };
}

export interface Loser {
  readonly account: GivenAccount;
  readonly personId: string;
}

/** A member whose mailbox is lost. */
export async function givenLoser(
  portal: Portal,
  wanted: Parameters<typeof givenAccount>[1] = {},
): Promise<Loser> {
  const account = await givenAccount(portal, wanted);
  const person = await givenPerson(portal, { accountId: account.id });
  return { account, personId: toPublicId('Person', person.id) };
}

let count = 0;
export const freshAddress = (): string => `nouvelle${++count}@autreboite.example`;

export const replace = (
  portal: Portal,
  { personId }: Pick<Loser, 'personId'>,
  newAddress: string,
  asked: Asked,
): Promise<Result> =>
  perform(portal, 'replaceLostAddress', { personId, newAddress, identityCheck: IDENTITY_CHECK }, asked);

/** The secret of the link by which the person at this address says no. */
export async function contestToken(portal: Portal, address: string): Promise<string> {
  await portal.runDue();
  const [, token] = /#contest-address=([\w-]+)/.exec(portal.mailbox.lastTo(address).text) ?? [];
  if (token === undefined) throw new Error(`no link to contest was mailed to ${address}`);
  return token;
}

export async function addAddress(portal: Portal, accountId: string, typed: string): Promise<void> {
  const context = await contextOf(portal);
  const address = readEmailAddress(typed)!;
  await portal.parts.db.transaction(tx => addVerifiedAddress(context, tx, accountId, address));
}

export const addressesOf = ({ parts }: Portal, { account }: Loser): Promise<object[]> =>
  parts.db.entities.query<object[]>(
    `select address, is_primary as "primary", verified_at is not null as verified from account_address
     where account_id = $1 order by is_primary desc`,
    [account.id],
  );

export interface Traced {
  readonly act: string;
  readonly after: Record<string, unknown>;
}

export const trailOf = ({ parts }: Portal, { account }: Loser): Promise<Traced[]> =>
  parts.db.entities.query<Traced[]>(
    `select act, after from audit_entry where subject_id = $1 and act like '%Address%' order by occurred_at`,
    [account.id],
  );

export const subjectsTo = ({ mailbox }: Portal, address: string): string[] =>
  mailbox.mails.filter(({ to }) => to.includes(address)).map(({ subject }) => subject);
