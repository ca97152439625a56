import { mutationsOf } from '../support/mutations.ts';
import type { Asked, Portal } from '../support/portal.ts';

export interface Address {
  readonly id: string;
  readonly address: string;
  readonly primary: boolean;
  readonly verified: boolean;
  readonly verifiedAt: string | null;
  readonly pending: boolean;
}

/** Whatever a member of a result union can have; the test looks at what its type has. */
export interface Result {
  readonly __typename: string;
  readonly message: string;
  readonly account: { readonly username: string | null; readonly addresses: readonly Address[] };
  readonly next: { readonly kind: string; readonly maskedAddress: string | null };
  readonly secondFactor: {
    readonly challenge: string;
    readonly methods: readonly string[];
    readonly passkeyOptions: string | null;
    readonly forms: readonly { readonly name: string }[];
  } | null;
  readonly nextSteps: readonly { readonly kind: string }[];
  readonly issues: readonly { readonly path: readonly string[]; readonly code: string }[];
}

export const ADDRESSES = 'addresses { id address primary verified verifiedAt pending }';
const ACCOUNT = `account { username ${ADDRESSES} }`;
const NEXT = 'next { kind maskedAddress }';
const PROBLEMS = '... on Problem { message } ... on InvalidInput { issues { path code } }';

export const { perform, send } = mutationsOf<
  'addEmailAddress' | 'removeEmailAddress' | 'makeAddressPrimary' | 'linkAccounts' | 'confirmAccountLink',
  Result
>(
  {
    addEmailAddress: `... on AddEmailAddressSuccess { ${ACCOUNT} ${NEXT} } ... on SignInTooOld { ${NEXT} }`,
    removeEmailAddress: `... on RemoveEmailAddressSuccess { ${ACCOUNT} }`,
    makeAddressPrimary: `... on MakeAddressPrimarySuccess { ${ACCOUNT} }`,
    linkAccounts: `... on LinkAccountsSuccess { ${ACCOUNT} ${NEXT}
        secondFactor { challenge methods passkeyOptions forms { name } } }
      ... on LinkNeedsSecondFactor { ${NEXT} } ... on AccountNotPersonal { ${NEXT} }
      ... on SignInRefused { nextSteps { kind } }`,
    confirmAccountLink: `... on ConfirmAccountLinkSuccess { ${ACCOUNT} ${NEXT} }`,
  },
  PROBLEMS,
);

/** The token of the confirmation mail that lies in a mailbox. */
export async function confirmationMailedTo(portal: Portal, address: string): Promise<string> {
  await portal.runDue();
  const [, token] = /#token=([\w-]+)/.exec(portal.mailbox.lastTo(address).text) ?? [];
  if (token === undefined) throw new Error(`no link in the mail to ${address}`);
  return token;
}

export async function addressesOf(portal: Portal, asked: Asked): Promise<readonly Address[]> {
  const { data } = await portal.graphql<{ viewer: Pick<Result, 'account'> }>(
    `{ viewer { account { ${ADDRESSES} } } }`,
    {},
    asked,
  );
  return data.viewer.account.addresses;
}

export const subjectsTo = (portal: Portal, address: string): readonly string[] =>
  portal.mailbox.to(address).map(mail => mail.subject);
