import { expect } from '@jest/globals';
import { hashSync } from 'bcryptjs';
import { fromPublicId, newId, type AccountId } from '../../src/kernel/id.ts';
import { recordHolding } from '../../src/modules/accounts/index.ts';
import { perform as performAccount, type Result as SignedIn } from '../accounts/operations.ts';
import type { Office } from '../invitations/operations.ts';
import { perform as performRecovery } from '../recovery/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { csv, imported } from './operations.ts';

const OLD = 'Mot de passe 1997';
const ACCOUNTS = 'person,username,email,email verified,password hash';

type Member = Asked & { readonly id: AccountId; readonly address: string; readonly signIn: SignedIn };

/** What tests do with somebody whose address a file calls verified. */
export const importedActs = (portal: () => Portal, office: () => Office) => {
  const query = <Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
    portal().parts.db.entities.query<Row[]>(sql, [...values]);
  const take = async (kind: string, file: string): Promise<void> => {
    expect(await imported(portal(), office(), file, { kind })).toMatchObject({ state: 'DONE' });
  };
  const signIn = (identifier: string, password = OLD): Promise<SignedIn> =>
    performAccount(portal(), 'signIn', { identifier, password });

  let count = 0;
  /** Somebody of whom an administrator says who they are, where they read mail, and with what they sign in. */
  const givenImported = async (domain = 'maboite.example', contactEmail = ''): Promise<Member> => {
    const key = `m${++count}`;
    const address = `${key}@${domain}`;
    await take(
      'PEOPLE',
      csv('id,given name,family name,language,email', `${key},Ida,Roy-${key},fr,${contactEmail}`),
    );
    await take('ACCOUNTS', csv(ACCOUNTS, `${key},,${address},oui,${hashSync(OLD, 4)}`));
    const signedIn = await signIn(address);
    const id = fromPublicId('Account', signedIn.account.id)!;
    return { id, address, signIn: signedIn, token: signedIn.session.accessToken };
  };
  const holdsElsewhere = ({ id: accountId }: Pick<Member, 'id'>, { association }: Body): Promise<void> =>
    portal().parts.db.transaction(tx =>
      recordHolding(portal().parts, tx, {
        accountId,
        associationId: association.id,
        kind: 'MEMBERSHIP',
        subjectId: newId(portal().clock, portal().parts.random),
      }),
    );
  const confirm = async (member: Member): Promise<void> => {
    await performAccount(portal(), 'requestEmailConfirmation', {}, member);
    await portal().runDue();
    const token = portal().mailbox.lastTo(member.address).links[0]!.split('#token=')[1]!;
    expect((await performAccount(portal(), 'confirmEmail', { token })).__typename).toBe(
      'ConfirmEmailSuccess',
    );
  };
  const lastTextTo = async (address: string): Promise<string> => {
    await portal().runDue();
    return portal().mailbox.lastTo(address).text;
  };
  const askReset = (identifier: string): Promise<unknown> =>
    performRecovery(portal(), 'requestPasswordReset', { identifier });
  return { query, signIn, givenImported, holdsElsewhere, confirm, lastTextTo, askReset };
};
