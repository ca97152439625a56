import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importPassword, recordHolding, type PasswordImport } from '../../src/modules/accounts/index.ts';
import { newId } from '../../src/kernel/id.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { addBody, plain } from '../support/world.ts';
import { contextOf, givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { perform } from '../accounts/operations.ts';

const OLD = 'Érable!2019';
const WORDPRESS = '$P$BKp3sV9xQ5MvtcUOceUYuy1gyQZ9jM0';
const DJANGO = 'pbkdf2_sha256$260000$l4PqXw8sT0aZ$JonhJmqKNgw+pfDoZwsjKt7ms27hu2UDHv8rZI8ad3g=';

describe('signing in with the password of the system before (M4)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const forget = (accountId: string): Promise<unknown> =>
    portal.parts.db.transaction(tx =>
      tx.query('update account set password_hash = null where id = $1', [accountId]),
    );
  const bring = async (accountId: string, hash: string): Promise<PasswordImport> => {
    const context = await contextOf(portal);
    const associationId = portal.world.aqpm.association.id;
    return portal.parts.db.transaction(tx => importPassword(context, tx, { accountId, associationId, hash }));
  };
  const givenOld = async (hash: string): Promise<GivenAccount> => {
    const account = await givenAccount(portal);
    await forget(account.id);
    expect(await bring(account.id, hash)).toBe('IMPORTED');
    return account;
  };
  const hashOf = async (accountId: string): Promise<string | null> => {
    const rows: { hash: string | null }[] = await portal.parts.db.entities.query(
      'select password_hash as hash from account where id = $1',
      [accountId],
    );
    return rows[0]?.hash ?? null;
  };
  const acts = async (accountId: string): Promise<string[]> => {
    const rows: { act: string }[] = await portal.parts.db.entities.query(
      'select act from audit_entry where subject_id = $1 order by act',
      [accountId],
    );
    return rows.map(row => row.act);
  };
  const signIn = async (identifier: string, password = OLD): Promise<string> =>
    (await perform(portal, 'signIn', { identifier, password })).__typename;

  it('works, and leaves our own hash behind at once', async () => {
    const { id, address } = await givenOld(WORDPRESS);

    const outcomes = [await signIn(address), await signIn(address)];

    expect(outcomes).toEqual(['SignInSuccess', 'SignInSuccess']);
    expect(await hashOf(id)).toMatch(/^\$argon2id\$/);
    expect((await acts(id)).filter(act => act !== 'openAccount')).toEqual([
      'importPassword',
      'renewOldPassword',
    ]);
  });

  it('refuses a wrong password as ever, and keeps the old hash', async () => {
    const { id, address } = await givenOld(DJANGO);

    const wrong = await perform(portal, 'signIn', { identifier: address, password: 'Érable!2018' });
    const nobody = await perform(portal, 'signIn', { identifier: 'personne', password: 'Érable!2018' });

    expect(wrong).toEqual(nobody);
    expect(await hashOf(id)).toBe(DJANGO);
  });

  it('lets all in who come at once, and renews once', async () => {
    const { id, address } = await givenOld(WORDPRESS);

    const outcomes = await Promise.all(Array.from({ length: 4 }, () => signIn(address)));

    expect(outcomes).toEqual(Array.from({ length: 4 }, () => 'SignInSuccess'));
    expect((await acts(id)).filter(act => act === 'renewOldPassword')).toHaveLength(1);
  });

  it('does not work where one of the person’s associations demands a reset, and says no more than of a wrong one', async () => {
    const { id, address } = await givenOld(WORDPRESS);
    await portal.parts.db.transaction(async tx => {
      const strict = await addBody(portal.parts, tx, {
        ...plain('stricte', 'Association stricte'),
        oldPasswords: 'RESET_REQUIRED',
      });
      await recordHolding(portal.parts, tx, {
        accountId: id,
        associationId: strict.association.id,
        kind: 'MEMBERSHIP',
        subjectId: newId(portal.clock, portal.parts.random),
      });
    });

    const right = await perform(portal, 'signIn', { identifier: address, password: OLD });
    const wrong = await perform(portal, 'signIn', { identifier: address, password: 'Érable!2018' });

    expect(right.__typename).toBe('SignInRefused');
    expect(right).toEqual(wrong);
    expect(await hashOf(id)).toBe(WORDPRESS);
  });

  it('serves as the current password of whoever is signed in', async () => {
    const { id, address } = await givenAccount(portal);
    const { session } = await perform(portal, 'signIn', { identifier: address, password: PASSWORD });
    await forget(id);
    await bring(id, DJANGO);

    const changed = await perform(
      portal,
      'changePassword',
      { currentPassword: OLD, newPassword: 'Au revoir!2027' },
      { token: session.accessToken },
    );

    expect(changed.__typename).toBe('ChangePasswordSuccess');
    expect(await signIn(address, 'Au revoir!2027')).toBe('SignInSuccess');
  });

  it('is not taken over for an account that has one, nor in a form that nobody knows', async () => {
    const { id, address } = await givenAccount(portal);
    const bare = await givenAccount(portal);
    await forget(bare.id);

    expect(await bring(id, WORDPRESS)).toBe('HAS_PASSWORD');
    expect(await bring(bare.id, '5f4dcc3b5aa765d61d8327deb882cf99')).toBe('HASH_UNKNOWN');
    expect(await signIn(address, PASSWORD)).toBe('SignInSuccess');
    expect(await hashOf(bare.id)).toBeNull();
  });
});
