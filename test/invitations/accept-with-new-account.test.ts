import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as after } from 'node:timers/promises';
import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationEntity, LanguagePolicy } from '../../src/modules/associations/index.ts';
import { claimInvitation } from '../../src/modules/invitations/claim-invitation.ts';
import { findByCode } from '../../src/modules/invitations/find-invitation.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import { contextOf, givenAccount } from '../accounts/given-account.ts';
import { signedIn } from '../accounts/operations.ts';
import {
  givenCode,
  givenOffice,
  GOOD_PASSWORD,
  newAccountInput,
  perform,
  preview,
  refusedInBoth,
  send,
  type Office,
  type Result,
} from './operations.ts';

describe('accepting an invitation with a new account (B5, A2, A3, Z15)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const accept = (code: string, more: object = {}): Promise<Result> =>
    perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code, more));
  const refused = (code: string, more: object = {}): Promise<Result> =>
    refusedInBoth(locale =>
      perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code, more), { locale }),
    );
  const count = async (table: string): Promise<number> => {
    const [row] = await portal.parts.db.entities.query<{ n: number }[]>(
      `select count(*)::int as n from ${table}`,
    );
    return row!.n;
  };

  it('of eight browsers that accept at once one wins, and the others are told that it was used', async () => {
    const { code, address } = await givenCode(portal, office);
    const before = await count('account');

    const answers = await Promise.all(Array.from({ length: 8 }, () => accept(code)));

    const kinds = answers.map(answer => answer.__typename);
    expect(kinds.filter(kind => kind === 'AcceptInvitationWithNewAccountSuccess')).toHaveLength(1);
    expect(kinds.filter(kind => kind === 'InvitationUsed')).toHaveLength(7);
    expect(await count('account')).toBe(before + 1);
    await portal.runDue();
    expect(portal.mailbox.to(address)).toHaveLength(2);
  });

  it('of eight transactions that claim it side by side one wins', async () => {
    const { code } = await givenCode(portal, office);
    const context = await contextOf(portal);
    const held = await findByCode(context, code);

    const claims = await Promise.allSettled(
      Array.from({ length: 8 }, () =>
        portal.parts.db.transaction(async tx => {
          await claimInvitation(context, tx, held!);
          await after(50);
        }),
      ),
    );

    expect(claims.filter(claim => claim.status === 'fulfilled')).toHaveLength(1);
    const refusals = claims.flatMap(claim =>
      claim.status === 'rejected' ? [(claim.reason as Error).message] : [],
    );
    expect(refusals).toEqual(Array.from({ length: 7 }, () => 'InvitationUsed'));
  });

  it('each password rule that fails is named, and the code stays usable', async () => {
    const { code } = await givenCode(portal, office);

    const weak = await refused(code, { password: 'abc', username: '' });

    expect(weak.__typename).toBe('InvalidInput');
    const broken = weak.issues
      .filter(issue => issue.path.join('.') === 'input.password')
      .map(issue => issue.rule);
    expect(broken).toEqual(expect.arrayContaining(['MIN_LENGTH', 'UPPER', 'DIGIT', 'SPECIAL']));
    expect(weak.issues).toContainEqual(
      expect.objectContaining({ path: ['input', 'username'], code: 'REQUIRED' }),
    );
    expect(await preview(portal, code)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });

  it('the password must not be made of the invited person’s name', async () => {
    const { code } = await givenCode(portal, office, { givenName: 'Geneviève', familyName: 'Bouchard' });

    const personal = await refused(code, { password: 'Bouchard!2026' });

    expect(personal.issues).toMatchObject([
      { path: ['input', 'password'], code: 'PASSWORD_RULE', rule: 'PERSONAL' },
    ]);
  });

  it('a username that is taken, also in other letter case, is refused with free ones, and gives the code back', async () => {
    await givenAccount(portal, { username: 'JTremblay' });
    const { code } = await givenCode(portal, office);

    const taken = await refused(code, { username: 'JTremblay' });
    const otherCase = await refused(code, { username: 'jtremblay' });
    const accepted = await accept(code, { username: taken.suggestions[0] });

    expect(taken).toMatchObject({ __typename: 'UsernameTaken', path: ['input', 'username'] });
    expect(taken.suggestions.length).toBeGreaterThan(0);
    expect(otherCase).toMatchObject({ __typename: 'UsernameTaken' });
    expect(accepted).toMatchObject({ account: { username: taken.suggestions[0] } });
  });

  it('when the invited address signs in already, the way is to sign in, and the code stays usable', async () => {
    const { code, address } = await givenCode(portal, office);
    await givenAccount(portal, {
      address: address.toUpperCase().replace('MABOITE.EXAMPLE', 'maboite.example'),
    });

    const refusal = await refused(code);

    expect(refusal).toMatchObject({ __typename: 'AddressHasAccount', next: { kind: 'SIGN_IN' } });
    expect(await preview(portal, code)).toMatchObject({ __typename: 'InvitationPreviewSuccess' });
  });

  it('every document in force must be accepted, and nothing is opened before', async () => {
    const { code } = await givenCode(portal, office);
    const before = await count('account');
    const [first] = portal.world.aqpm.documentIds.map(id => toPublicId('AssociationDocument', id as never));

    const none = await refused(code, { acceptedDocuments: [] });
    const one = await refused(code, { acceptedDocuments: [first, 'doc_x', ''] });

    expect(none).toMatchObject({
      __typename: 'DocumentsNotAccepted',
      path: ['input', 'acceptedDocuments'],
      documents: [{ kind: 'TERMS' }, { kind: 'PRIVACY' }],
    });
    expect(one).toMatchObject({ __typename: 'DocumentsNotAccepted' });
    expect(await count('account')).toBe(before);
    const tooMany = await refused(code, { acceptedDocuments: Array.from({ length: 21 }, () => first) });
    expect(tooMany.issues).toMatchObject([{ path: ['input', 'acceptedDocuments'], code: 'OUT_OF_RANGE' }]);
  });

  it('where French alone is served, an account in English is not opened', async () => {
    const { id } = portal.world.aqpm.association;
    const setPolicy = (languagePolicy: LanguagePolicy): Promise<unknown> =>
      portal.parts.db.transaction(tx => tx.update(AssociationEntity, { id }, { languagePolicy }));
    const { code } = await givenCode(portal, office);
    await setPolicy(LanguagePolicy.FR_ONLY);

    const seen = await preview(portal, code, { locale: 'en-CA' });
    const refusal = await refused(code, { locale: 'EN_CA' });

    const choice = seen.flow.forms[0]?.fields.find(field => field.path.at(-1) === 'locale');
    expect(choice?.options).toEqual([{ value: 'FR_CA', label: 'Français' }]);
    expect(refusal.issues).toMatchObject([{ path: ['input', 'locale'], code: 'NOT_ALLOWED' }]);
    expect(await accept(code, { locale: 'FR_CA' })).toMatchObject({
      steps: [{ state: 'DONE' }, { state: 'DONE' }, { state: 'CURRENT' }],
      next: { kind: 'COMPLETE_PROFILE' },
    });
    await setPolicy(LanguagePolicy.FR_FIRST_CHOICE);
  });

  it('where the address signs in, no username is asked for', async () => {
    const acps = portal.world.acps;
    const acpsOffice = await givenOffice(portal, { body: acps });
    const { code, address } = await givenCode(portal, acpsOffice);
    const acceptedDocuments = acps.documentIds.map(id => toPublicId('AssociationDocument', id as never));
    const input = { code, password: 'un cheval dans la prairie', locale: 'EN_CA', acceptedDocuments };

    const accepted = await perform(portal, 'acceptInvitationWithNewAccount', input, {
      clientKey: acps.siteKey,
    });

    expect(accepted).toMatchObject({ account: { username: null, addresses: [{ address, verified: true }] } });
  });

  it('what the invitation offered and somebody else has meanwhile is not given, and nothing is half done', async () => {
    const organization = await givenOrganization(portal);
    const organizationId = toPublicId('Organization', organization.id);
    const { code } = await givenCode(portal, office, { organizationId, roles: ['PRINCIPAL'] });
    await givenDelegations(portal, organization, await givenPerson(portal), 'PRINCIPAL');
    const before = await Promise.all(['account', 'session', 'document_acceptance', 'mail'].map(count));

    const refusal = await refused(code);

    expect(refusal).toMatchObject({ __typename: 'InvitationTargetTaken', next: { kind: 'CONTACT_SUPPORT' } });
    expect(await Promise.all(['account', 'session', 'document_acceptance', 'mail'].map(count))).toEqual(
      before,
    );
  });

  it('a person who has an account already is led to it', async () => {
    const account = await givenAccount(portal);
    const person = await givenPerson(portal);
    const { code } = await givenCode(portal, office, { personId: toPublicId('Person', person.id) });
    await portal.parts.db.entities.query('update person set account_id = $1 where id = $2', [
      account.id,
      person.id,
    ]);

    expect(await refused(code)).toMatchObject({
      __typename: 'InvitationTargetTaken',
      next: { kind: 'SIGN_IN' },
    });
  });

  it('a repeated request with its key opens one account and answers the same, twenty times at once', async () => {
    const { code, address } = await givenCode(portal, office);
    const input = newAccountInput(portal, code, { idempotencyKey: 'ouvrir-mon-compte' });

    const answers = await Promise.all(
      Array.from({ length: 20 }, () => perform(portal, 'acceptInvitationWithNewAccount', input)),
    );
    const reused = await refusedInBoth(locale =>
      perform(
        portal,
        'acceptInvitationWithNewAccount',
        { ...input, password: `${GOOD_PASSWORD}x` },
        { locale },
      ),
    );

    expect(new Set(answers.map(answer => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ __typename: 'AcceptInvitationWithNewAccountSuccess' });
    expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    await portal.runDue();
    expect(portal.mailbox.to(address)).toHaveLength(2);
  });

  it('the session that comes back is a session', async () => {
    const { code, address } = await givenCode(portal, office);

    const accepted = await accept(code);

    const asked = { token: accepted.session.accessToken };
    const again = await perform(portal, 'acceptInvitation', { code }, asked);
    expect(again).toMatchObject({ __typename: 'InvitationUsed' });
    expect(await signedIn(portal, address, { password: GOOD_PASSWORD })).toHaveProperty('refreshToken');
  });

  it('a site that may not take passwords cannot open accounts', async () => {
    const { code } = await givenCode(portal, office);
    await portal.parts.db.entities.query(
      `update client set sign_in_mode = 'HOSTED' where name = 'aqpm site'`,
    );

    const answer = await send(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));
    const seen = await preview(portal, code);
    await portal.parts.db.entities.query(
      `update client set sign_in_mode = 'DIRECT' where name = 'aqpm site'`,
    );

    expect(answer.errors.map(error => error.extensions.code)).toEqual(['FORBIDDEN']);
    expect(seen.flow.forms.map(form => form.name)).toEqual(['acceptInvitation']);
  });

  it('password rules can be asked for with the code', async () => {
    const acpsOffice = await givenOffice(portal, { body: portal.world.acps });
    const { code } = await givenCode(portal, acpsOffice);
    const rulesWith = async (invitationCode: string): Promise<unknown> => {
      const query =
        'query ($code: String!) { passwordPolicy(invitationCode: $code) { minLength rules { code } } }';
      const asked = { clientKey: portal.world.acps.siteKey };
      return (await portal.graphql(query, { code: invitationCode }, asked)).data;
    };

    expect(await rulesWith(code)).toMatchObject({ passwordPolicy: { minLength: 15 } });
    expect(await rulesWith('00000000-0000-0000')).toMatchObject({ passwordPolicy: { minLength: 15 } });
  });
});
