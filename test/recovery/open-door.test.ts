import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { forgetRecoveryRequests } from '../../src/modules/accounts/index.ts';
import { perform as performAccount } from '../accounts/operations.ts';
import { givenOffice } from '../invitations/operations.ts';
import { days, hours, minutes } from '../support/fake-clock.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import type { Body } from '../support/world.ts';
import { givenClientPortal, givenLogin, type Login } from './given-login.ts';
import { forms, perform, preview, tokenMailedTo, tokensMailedTo, type Result } from './operations.ts';

let portal: Portal;
let strict: Body;
let atStrict: Asked;
beforeAll(async () => {
  portal = await openPortal();
  strict = await givenClientPortal(portal);
  atStrict = { clientKey: strict.siteKey };
});
beforeEach(async () => {
  await portal.parts.db.entities.query('delete from attempt_window');
});
afterAll(() => portal.close());

type Operation = 'requestPasswordReset' | 'requestUsernameReminder';
const RIGHT = { givenName: 'Zoé', familyName: 'L’Écuyer' };
const given = (wanted: object = {}): Promise<Login> =>
  givenLogin(portal, { names: [['Zoé', 'L’Écuyer']], bodies: [strict], ...wanted });
/** Each from an address of its own: somebody who means it has many. */
const askFromAfar = async (operation: Operation, input: object, asked = atStrict): Promise<Result> => {
  const mine = `delete from attempt_window where budget = 'recovery-visitor'`;
  await portal.parts.db.entities.query(mine);
  return perform(portal, operation, input, asked);
};
const mailsTo = async (address: string): Promise<string[]> => {
  await portal.runDue();
  return portal.mailbox.to(address).map(({ subject }) => subject);
};
const asOwner = async (sql: string): Promise<void> => {
  const owner = new Client({ connectionString: portal.ownerUrl });
  await owner.connect();
  await owner.query(sql).finally(() => owner.end());
};

describe('a stranger who asks for somebody else’s account (A4, A7, A9)', () => {
  const wrong = (n: number): object => ({ givenName: `Zoé ${String(n)}`, familyName: 'L’Écuyer' });

  it('closes the door to nobody with wrong names: whoever gives the right ones gets a link', async () => {
    const { username, address } = await given();

    const answers = [];
    for (let n = 0; n < 30; n++)
      answers.push(await askFromAfar('requestPasswordReset', { identifier: username, ...wrong(n) }));
    const heard = await mailsTo(address);
    const own = await perform(portal, 'requestPasswordReset', { identifier: username, ...RIGHT }, atStrict);

    expect(new Set(answers.map(answer => answer.__typename))).toEqual(
      new Set(['RequestPasswordResetSuccess']),
    );
    expect(heard).toEqual(Array.from({ length: 5 }, () => 'Au sujet de votre mot de passe'));
    expect(own.__typename).toBe('RequestPasswordResetSuccess');
    expect(await tokensMailedTo(portal, address)).toHaveLength(1);
  });

  it('nor that of a forgotten username, by names or by asking for links', async () => {
    const { username, address } = await given();
    for (let n = 0; n < 12; n++) {
      await askFromAfar('requestUsernameReminder', { address, ...wrong(n) });
      await askFromAfar('requestPasswordReset', {
        identifier: n % 2 ? username : address,
        givenName: RIGHT.givenName + ' '.repeat(n),
        familyName: RIGHT.familyName,
      });
    }
    await portal.runDue();

    await perform(portal, 'requestUsernameReminder', { address, ...RIGHT }, atStrict);

    expect((await mailsTo(address)).at(-1)).toBe('Votre nom d’utilisateur');
  });

  it('is answered alike for what nobody has, names and all', async () => {
    const { username } = await given();
    const seven = async (identifier: string | null): Promise<string> => {
      const answers = [];
      for (let time = 0; time < 7; time++)
        answers.push(await askFromAfar('requestPasswordReset', { identifier, ...RIGHT }));
      return JSON.stringify(answers);
    };

    expect(await seven('personne-de-ce-nom')).toBe(await seven(username));
  });

  it('who spends all requests leaves a link that lives until the next can be asked for', async () => {
    const { username, address } = await given();
    await portal.parts.db.entities.query('update association set reset_link_minutes = 10 where id = $1', [
      strict.association.id,
    ]);
    const ask = (): Promise<Result> =>
      askFromAfar('requestPasswordReset', { identifier: username, ...RIGHT });

    for (let moment = 0; moment < 30; moment++) {
      while ((await ask()).__typename === 'RequestPasswordResetSuccess');
      const { __typename } = await preview(portal, await tokenMailedTo(portal, address), atStrict);
      expect([moment, __typename]).toEqual([moment, 'PasswordResetSuccess']);
      portal.clock.advance(minutes(2));
    }
    expect((await mailsTo(address)).length).toBeLessThanOrEqual(22);
  });
});

describe('whoever typed an address that no account has (A4)', () => {
  const onFile = async (address: string): Promise<boolean> => {
    const rows = await portal.parts.db.entities.query<{ found: boolean }[]>(
      `select exists (select from mail where to_address = $1) as found`,
      [address],
    );
    return rows[0]?.found ?? false;
  };

  it.each([
    ['fr-CA', 'Nous l’effacerons dans les trois jours.'],
    ['en-CA', 'We will delete it within three days.'],
  ] as const)('is told in %s how long it is kept, and it is kept no longer', async (locale, promise) => {
    const address = `passante.${locale.toLowerCase()}@maboite.example`;
    const known = await given();
    await perform(portal, 'requestPasswordReset', { identifier: known.username, ...RIGHT }, atStrict);
    await perform(portal, 'requestPasswordReset', { identifier: address }, { locale });
    await portal.runDue();
    const { text, html } = portal.mailbox.lastTo(address);
    for (const words of [text, html]) expect(words).toContain(promise);

    portal.clock.advance(days(2) - 1000);
    await forgetRecoveryRequests(portal.parts);
    expect(await onFile(address)).toBe(true);
    portal.clock.advance(1000);
    await forgetRecoveryRequests(portal.parts);

    expect(await onFile(address)).toBe(false);
    expect(await onFile(known.address)).toBe(true);
  });

  it('is told within a day or not at all, so that the address goes then, too', async () => {
    const address = 'boite.pleine@maboite.example';
    portal.mailbox.refuseNext(451, 'later', { times: 1 });
    await perform(portal, 'requestPasswordReset', { identifier: address });
    await portal.runDue();

    portal.clock.advance(days(2));
    await forgetRecoveryRequests(portal.parts);
    expect(await onFile(address)).toBe(true);
    await portal.runDue();
    await forgetRecoveryRequests(portal.parts);

    expect(portal.mailbox.to(address)).toEqual([]);
    expect(await onFile(address)).toBe(false);
  });

  it('is told, and whoever has an account too, by the job that runs again after a fault', async () => {
    const stranger = 'apres.la.panne@maboite.example';
    const member = await given();
    await perform(portal, 'requestPasswordReset', { identifier: stranger });
    for (let time = 0; time < 5; time++)
      await perform(portal, 'requestUsernameReminder', { address: member.address, ...RIGHT }, atStrict);

    await asOwner('alter table mail add constraint broken check (false) not valid');
    try {
      for (let time = 0; time < 3; time++) await expect(portal.runDue()).rejects.toThrow('broken');
    } finally {
      await asOwner('alter table mail drop constraint broken');
    }

    expect(await mailsTo(stranger)).toHaveLength(1);
    expect(await mailsTo(member.address)).toHaveLength(5);
  });
});

describe('what an administrator decides of recovery (A5, A9)', () => {
  it('holds from the next request on: the names that are asked for, and how long a link lives', async () => {
    const office = await givenOffice(portal, { role: StaffRole.ADMIN });
    const { update } = settingsOf(office.asked, office.associationId);
    const login = await given({ bodies: [portal.world.aqpm] });
    const fieldsAsked = async (): Promise<number> =>
      (await forms(portal)).data.realm.passwordResetForm.fields.length;
    expect(await fieldsAsked()).toBe(1);

    expect(await update({ recoveryPolicy: 'IDENTIFIER_AND_NAMES', resetLinkMinutes: 180 })).toBe(
      'UpdateAssociationSettingsSuccess',
    );

    expect(await fieldsAsked()).toBe(3);
    await perform(portal, 'requestPasswordReset', {
      identifier: login.username,
      givenName: 'Ana',
      familyName: 'Roy',
    });
    expect(await tokensMailedTo(portal, login.address)).toEqual([]);
    await perform(portal, 'requestPasswordReset', { identifier: login.username, ...RIGHT });
    const token = await tokenMailedTo(portal, login.address);
    expect(portal.mailbox.lastTo(login.address).text).toContain('pendant 3\u00A0heures');
    portal.clock.advance(hours(3) - 1000);
    expect((await preview(portal, token)).__typename).toBe('PasswordResetSuccess');
    portal.clock.advance(1000);
    expect((await preview(portal, token)).__typename).toBe('PasswordResetTokenExpired');
  });

  it('a reset serves every kind of account where names are asked for, by those of a person on file', async () => {
    for (const kind of ['INDIVIDUAL', 'JOINT', 'NON_PERSONAL'] as const) {
      const { username, address } = await given({ kind });
      await perform(portal, 'requestPasswordReset', { identifier: username, ...RIGHT }, atStrict);
      const token = await tokenMailedTo(portal, address);

      const newPassword = 'Porte ouverte!2027';
      const reset = await perform(portal, 'resetPassword', { token, newPassword }, atStrict);
      const entered = await performAccount(
        portal,
        'signIn',
        { identifier: username, password: newPassword },
        atStrict,
      );

      expect([kind, reset.__typename, entered.__typename]).toEqual([
        kind,
        'ResetPasswordSuccess',
        'SignInSuccess',
      ]);
    }
  });
});

function settingsOf(asked: Asked, associationId: string) {
  const settings = mutationsOf<'updateAssociationSettings', { readonly __typename: string }>(
    { updateAssociationSettings: '' },
    '... on Problem { message }',
  );
  return {
    async update(wanted: object): Promise<string> {
      const { data } = await portal.graphql<{ association: { settings: { version: string } } }>(
        '{ association(code: "aqpm") { settings { version } } }',
        {},
        asked,
      );
      const { version } = data.association.settings;
      const input = { associationId, version, ...wanted };
      return (await settings.perform(portal, 'updateAssociationSettings', input, asked)).__typename;
    },
  };
}
