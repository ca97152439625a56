import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ClientEntity, registerClient } from '../../src/modules/integrations/index.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { preview } from '../invitations/operations.ts';
import { givenAccount, PASSWORD } from './given-account.ts';
import { perform, signedIn, type Operation } from './operations.ts';

interface Field {
  readonly path: readonly string[];
  readonly label: string;
  readonly help: string | null;
  readonly kind: string;
  readonly required: boolean;
  readonly autocomplete: string | null;
  readonly maxLength: number | null;
  readonly value: string | null;
  readonly readOnlyReason: string | null;
  readonly repeats: readonly string[] | null;
}
interface Form {
  readonly name: string;
  readonly title: string;
  readonly submitLabel: string;
  readonly fields: readonly Field[];
}
interface RealmForms {
  readonly signInForm: Form | null;
  readonly invitationForm: Form;
}
interface AccountForms {
  readonly passwordForm: Form | null;
  readonly emailForm: Form | null;
}

const FORM = `{ name title submitLabel
  fields { path label help kind required autocomplete maxLength value readOnlyReason repeats } }`;

describe('the forms of a login describe themselves (O3)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  const register = () =>
    portal.parts.db.transaction(tx =>
      registerClient(portal.parts, tx, {
        associationId: portal.world.aqpm.association.id,
        name: 'Site',
        kind: 'PUBLISHABLE',
        keyMode: 'TEST',
        signInMode: 'DIRECT',
        origins: [],
        pages: [],
      }),
    );
  const ofRealm = async (asked: Asked = {}): Promise<RealmForms> => {
    const query = `{ realm { signInForm ${FORM} invitationForm ${FORM} } }`;
    return (await portal.graphql<{ realm: RealmForms }>(query, {}, asked)).data.realm;
  };
  const ofAccount = async (asked: Asked): Promise<AccountForms> => {
    const query = `{ viewer { account { passwordForm ${FORM} emailForm ${FORM} } } }`;
    const { data } = await portal.graphql<{ viewer: { account: AccountForms } }>(query, {}, asked);
    return data.viewer.account;
  };
  const given = async (more: Parameters<typeof givenAccount>[1] = {}) => {
    const account = await givenAccount(portal, more);
    return { ...account, token: (await signedIn(portal, account.address)).accessToken };
  };

  it.each([
    [
      'fr-CA',
      'Ouvrir une session',
      'Nom d’utilisateur, adresse courriel ou numéro de membre',
      'Mot de passe',
    ],
    ['en-CA', 'Sign in', 'Username, e-mail address or member number', 'Password'],
  ] as const)(
    'signing in is asked for in %s, before anybody is known',
    async (locale, title, identifier, password) => {
      const { signInForm } = await ofRealm({ locale });

      expect(signInForm).toMatchObject({ name: 'signIn', title, submitLabel: title });
      expect(signInForm?.fields).toMatchObject([
        { path: ['input', 'identifier'], label: identifier, kind: 'TEXT', autocomplete: 'username' },
        { path: ['input', 'password'], label: password, kind: 'PASSWORD', autocomplete: 'current-password' },
      ]);
    },
  );

  it.each([
    ['fr-CA', 'Adresse courriel ou numéro de membre'],
    ['en-CA', 'E-mail address or member number'],
  ] as const)('no username is mentioned in %s where the address signs in', async (locale, label) => {
    const { signInForm } = await ofRealm({ locale, clientKey: portal.world.acps.siteKey });

    expect(signInForm?.fields[0]?.label).toBe(label);
  });

  it.each([
    ['fr-CA', 'Modifier mon mot de passe', 'Au moins 8 caractères', 'Sans votre nom'],
    ['en-CA', 'Change my password', 'At least 8 characters', 'Without your name'],
  ] as const)('changing the password shows every rule in %s', async (locale, title, first, last) => {
    const { token } = await given();

    const { passwordForm } = await ofAccount({ token, locale });

    expect(passwordForm).toMatchObject({ name: 'changePassword', title, submitLabel: title });
    expect(passwordForm?.fields).toMatchObject([
      { path: ['input', 'currentPassword'], autocomplete: 'current-password', repeats: null },
      { path: ['input', 'newPassword'], autocomplete: 'new-password', repeats: null },
      { path: ['confirmation'], autocomplete: 'new-password', repeats: ['input', 'newPassword'] },
    ]);
    expect(passwordForm?.fields[1]?.help).toContain(first);
    expect(passwordForm?.fields[1]?.help).toContain(last);
  });

  it('shows the rules of every association in which the account holds something', async () => {
    const { aqpm, acps } = portal.world;
    const helpFor = async (associationIds: readonly string[]): Promise<string | null | undefined> => {
      const { token } = await given({ associationIds });
      return (await ofAccount({ token, locale: 'en-CA' })).passwordForm?.fields[1]?.help;
    };

    const [one, both] = [
      await helpFor([acps.association.id]),
      await helpFor([acps.association.id, aqpm.association.id]),
    ];

    expect(one).not.toContain('special character');
    expect(both).toContain('special character');
  });

  it.each([
    ['fr-CA', 'Modifier mon adresse courriel', /jusqu’à ce que la nouvelle soit confirmée/, /suivi le lien/],
    ['en-CA', 'Change my e-mail address', /until the new one is confirmed/, /followed the link/],
  ] as const)(
    'changing the address shows the present one and how it goes, in %s',
    async (locale, title, stays, how) => {
      const { token, address } = await given();

      const { emailForm } = await ofAccount({ token, locale });

      expect(emailForm).toMatchObject({ name: 'requestEmailChange', title, submitLabel: title });
      expect(emailForm?.fields).toMatchObject([
        { path: ['address'], value: address, readOnlyReason: expect.stringMatching(stays) },
        { path: ['input', 'newAddress'], kind: 'EMAIL', help: expect.stringMatching(how), value: null },
        { path: ['input', 'currentPassword'], kind: 'PASSWORD', value: null },
      ]);
    },
  );

  it('says that an answer is too long exactly where the form does, at the path of the field', async () => {
    const { token } = await given();
    const { signInForm, invitationForm } = await ofRealm();
    const { passwordForm, emailForm } = await ofAccount({ token });
    const good: Record<string, string> = {
      identifier: 'personne',
      password: PASSWORD,
      currentPassword: PASSWORD,
      newPassword: PASSWORD,
      newAddress: 'nouvelle@maboite.example',
    };

    const judged: [string, readonly string[] | undefined][] = [];
    for (const { name, fields } of [signInForm!, passwordForm!, emailForm!])
      for (const { path, maxLength } of fields.filter(field => field.path[0] === 'input')) {
        const asked = fields.flatMap(field => (field.path[0] === 'input' ? [field.path[1]!] : []));
        const input = {
          ...Object.fromEntries(asked.map(key => [key, good[key]])),
          [path[1]!]: 'a'.repeat(maxLength! + 1),
        };
        const { issues } = await perform(portal, name as Operation, input, { token });
        judged.push([path.join('.'), issues[0]?.path]);
      }
    const [code] = invitationForm.fields;
    const tooLong = await preview(portal, 'a'.repeat(code!.maxLength! + 1));

    expect(judged).toHaveLength(6);
    for (const [path, blamed] of judged) expect(blamed?.join('.')).toBe(path);
    expect(tooLong.issues).toMatchObject([{ path: code!.path, code: 'TOO_LONG' }]);
  });

  it('a wrong current password is said at its field, in either form', async () => {
    const { token } = await given();
    const { passwordForm, emailForm } = await ofAccount({ token });
    const fieldOf = (form: Form | null) =>
      form?.fields.find(({ autocomplete }) => autocomplete === 'current-password')?.path;
    const currentPassword = 'pas le bon';

    const answers = [
      await perform(portal, 'changePassword', { currentPassword, newPassword: 'Automne!2027' }, { token }),
      await perform(
        portal,
        'requestEmailChange',
        { currentPassword, newAddress: 'a@maboite.example' },
        { token },
      ),
    ];

    expect(answers.map(({ __typename }) => __typename)).toEqual([
      'CurrentPasswordWrong',
      'CurrentPasswordWrong',
    ]);
    expect(answers.map(({ path }) => path)).toEqual([fieldOf(passwordForm), fieldOf(emailForm)]);
  });

  it('a site that may not take passwords is given the form of the code alone', async () => {
    const { client, key: clientKey } = await register();
    const { address } = await givenAccount(portal);
    const { accessToken: token } = await signedIn(portal, address, { clientKey });
    await portal.parts.db.transaction(tx =>
      tx.update(ClientEntity, { id: client.id }, { signInMode: 'HOSTED' }),
    );

    const realm = await ofRealm({ clientKey });
    const account = await ofAccount({ clientKey, token });

    expect(realm).toMatchObject({ signInForm: null, invitationForm: { name: 'invitationPreview' } });
    expect(account).toEqual({ passwordForm: null, emailForm: null });
  });
});
