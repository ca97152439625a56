import { toPublicId } from '../../src/kernel/id.ts';
import type { MembershipClassEntity } from '../../src/modules/memberships/index.ts';
import type { NewPerson, PersonEntity } from '../../src/modules/people/index.ts';
import type { Office } from '../invitations/operations.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly csv: string | null;
  readonly linkCount: number;
  readonly expiresAt: string;
  readonly leftOut: readonly { index: number; reason: string; label: string }[];
  readonly remaining: number;
  readonly guessesLeft: number;
  readonly path: readonly string[];
  readonly next: { readonly kind: string; readonly support: { readonly email: string } | null };
  readonly issues: readonly { path: string[]; code: string; rule: string | null }[];
  readonly session: { readonly accessToken: string };
  readonly account: { readonly username: string | null; readonly addresses: readonly object[] };
  readonly greeting: string;
  readonly fact: string;
  readonly form: { name: string; fields: { path: string[]; required: boolean }[] } | null;
  readonly documents: readonly { id: string }[];
  readonly passwordPolicy: { readonly rules: readonly { code: string }[] };
}

const NEXT = 'next { kind support { email } }';
const LINK = ['Unknown', 'Used', 'Replaced', 'Expired', 'Blocked']
  .map(state => `... on CompletionLink${state} { ${NEXT} }`)
  .join(' ');
const PROBLEMS = `... on Problem { message } ... on InvalidInput { issues { path code rule } }`;

const FIELDS = {
  exportCompletionLinks: `... on ExportCompletionLinksSuccess { csv message linkCount expiresAt remaining
    leftOut { index reason label } } ... on SignInTooOld { ${NEXT} }`,
  completeFirstAccess: `${LINK} ... on MemberNumberWrong { path guessesLeft ${NEXT} }
    ... on CompleteFirstAccessSuccess { session { accessToken refreshToken } account { username addresses { address } } ${NEXT} }`,
} as const;

export const { send, perform } = mutationsOf<keyof typeof FIELDS, Result>(FIELDS, PROBLEMS);

const PREVIEW = `query ($token: String!) { completionLink(token: $token) { __typename ... on Problem { message } ${LINK}
  ... on CompletionLinkSuccess { expiresAt greeting fact form { name fields { path required } } documents { id }
    passwordPolicy { rules { code } } } } }`;

export async function preview(portal: Portal, token: string, asked: Asked = {}): Promise<Result> {
  const { data, errors } = await portal.graphql<{ completionLink: Result }>(PREVIEW, { token }, asked);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.completionLink;
}

/** The rows of a list, by the heads of its columns. */
export function rowsOf(csv: string | null): Record<string, string>[] {
  const [head = [], ...rows] = (csv ?? '')
    .replace('\uFEFF', '')
    .trimEnd()
    .split('\r\n')
    .map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(cell));
  return rows.map(cells => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}
const cell = ([, quoted, bare]: RegExpMatchArray): string => quoted?.replaceAll('""', '"') ?? bare ?? '';

export const tokenIn = (link: string | undefined): string => link?.split('#token=')[1] ?? '';

let count = 0;
const classes = new WeakMap<Portal, Promise<MembershipClassEntity>>();

/** A member of AQPM who has a number and neither an account nor an address. */
export async function givenPaperMember(
  portal: Portal,
  wanted: Partial<NewPerson> = {},
  memberNumber = `AQ-${++count} 7B`,
): Promise<PersonEntity & { readonly publicId: string; readonly memberNumber: string }> {
  if (!classes.has(portal)) classes.set(portal, givenClass(portal, { code: 'PAPIER' }));
  const person = await givenPerson(portal, wanted);
  await givenMembership(portal, await classes.get(portal)!, { personId: person.id }, { memberNumber });
  return Object.assign(person, { publicId: toPublicId('Person', person.id), memberNumber });
}

/** A fresh link for somebody, as their letter has it. */
export async function givenLink(portal: Portal, office: Office, publicId: string): Promise<string> {
  const input = { associationId: office.associationId, personIds: [publicId] };
  const { csv } = await perform(portal, 'exportCompletionLinks', input, office.asked);
  return tokenIn(rowsOf(csv)[0]?.['lien']);
}

/** What somebody types who opens their account, everything right. */
export const completing = (
  portal: Portal,
  token: string,
  memberNumber: string,
  more: object = {},
): object => ({
  token,
  memberNumber,
  username: `papier-${++count}`,
  password: 'Printemps vert!2027',
  locale: 'FR_CA',
  acceptedDocuments: portal.world.aqpm.documentIds.map(id => toPublicId('AssociationDocument', id as never)),
  ...more,
});
