import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { secondsOf } from '../../src/kernel/clock.ts';
import { assignStaff, StaffReach, StaffRole } from '../../src/modules/associations/index.ts';
import { givenAccount, type GivenAccount } from '../accounts/given-account.ts';
import { givenAdmin, perform } from '../integrations/operations.ts';
import { hours, seconds } from '../support/fake-clock.ts';
import {
  givenClass,
  givenDelegations,
  givenMembership,
  givenOrganization,
  givenPerson,
} from '../support/given/membership-world.ts';
import { givenSite, openRealm, type Realm, type Registered } from './realm.ts';
import {
  askTo,
  codeIn,
  errorIn,
  exchange,
  newVerifier,
  signInAt,
  typePassword,
  type Tokens,
} from './sign-in.ts';
import { openVisitor } from './visitor.ts';

interface Told {
  readonly sub: string;
  readonly name?: string;
  readonly affilia?: {
    readonly associations: readonly { code: string }[];
    readonly memberships: readonly { association: string; status: string; member_number: string }[];
    readonly delegations: readonly { name_en: string; role: string }[];
    readonly staff?: readonly { association: string; role: string }[];
  };
}

describe('what a site is told about a person (L2, A12)', () => {
  let realm: Realm;
  let account: GivenAccount;
  let sites: Record<'aqpm' | 'acps' | 'icu', Registered>;
  beforeAll(async () => {
    realm = await openRealm();
    const { aqpm, acps } = realm.world;
    account = await givenAccount(realm, {
      associationIds: [aqpm.association.id, acps.association.id],
      username: 'zoe.partout',
    });
    const atAqpm = await givenPerson(realm, { accountId: account.id });
    const atAcps = await givenPerson(realm, {
      accountId: account.id,
      associationId: acps.association.id,
      givenName: 'Zoe',
      familyName: 'Lecuyer',
    });
    const regular = await givenClass(realm);
    const jumper = await givenClass(realm, { associationId: acps.association.id, code: 'JUMPER' });
    await givenMembership(realm, regular, { personId: atAqpm.id }, { memberNumber: 'QC-1000' });
    await givenMembership(realm, jumper, { personId: atAcps.id }, { memberNumber: 'P-77' });
    await givenDelegations(realm, await givenOrganization(realm), atAqpm, 'PRINCIPAL', 'VOTING');
    await realm.parts.db.transaction(tx =>
      assignStaff(realm.parts, tx, {
        accountId: account.id,
        associationId: aqpm.association.id,
        role: StaffRole.MEMBERSHIP,
        reach: StaffReach.NODE,
        toAt: null,
      }),
    );
    sites = {
      aqpm: await givenSite(realm, { tree: 'aqpm', origin: 'http://127.0.0.1:4991' }),
      acps: await givenSite(realm, { tree: 'acps', origin: 'http://127.0.0.1:4992' }),
      icu: await givenSite(realm, { tree: 'icu', origin: 'http://127.0.0.1:4993' }),
    };
  });
  afterAll(() => realm.close());

  const ask = (token: string, headers: Record<string, string> = {}) =>
    fetch(`${realm.issuer}/oidc/userinfo`, { headers: { authorization: `Bearer ${token}`, ...headers } });
  const told = async ({ access_token: token }: Tokens): Promise<Told> =>
    (await (await ask(token)).json()) as Told;
  const at = (site: Registered, scope = 'openid profile email affilia') =>
    signInAt(realm, openVisitor(realm.issuer), site, account.address, { scope });

  it('is the same person everywhere, and to each site only what lies in its own tree', async () => {
    const [aqpm, acps, icu] = [
      await told(await at(sites.aqpm)),
      await told(await at(sites.acps)),
      await told(await at(sites.icu)),
    ];

    expect(new Set([aqpm.sub, acps.sub, icu.sub]).size).toBe(1);
    expect(aqpm).toMatchObject({
      name: 'Zoé L’Écuyer',
      preferred_username: 'zoe.partout',
      email: account.address,
      affilia: {
        associations: [{ code: 'aqpm' }],
        memberships: [
          {
            association: 'aqpm',
            member_number: 'QC-1000',
            status: 'ACTIVE',
            class: { code: 'REGULAR', name_fr: 'Membre régulier' },
          },
        ],
      },
    });
    expect(aqpm.affilia!.delegations.map(({ role }) => role).sort()).toEqual(['PRINCIPAL', 'VOTING']);
    expect(acps.affilia!.memberships).toMatchObject([{ association: 'acps', member_number: 'P-77' }]);
    expect(acps.name).toBe('Zoe Lecuyer');
    // Nobody has them on file there: not even the username and the address are told.
    expect(icu).toEqual({
      sub: aqpm.sub,
      affilia: { associations: [], memberships: [], delegations: [] },
    });
    for (const word of ['QC-1000', 'aqpm', 'Boréales', 'Écuyer', 'PRINCIPAL'])
      expect(JSON.stringify([acps, icu])).not.toContain(word);
    for (const word of ['P-77', 'acps', 'Lecuyer']) expect(JSON.stringify([aqpm, icu])).not.toContain(word);
  });

  it('is as much as was asked for, and the identity token says least of all', async () => {
    const [bare, mail] = [await at(sites.aqpm, 'openid'), await at(sites.aqpm, 'openid email')];

    expect(Object.keys(await told(bare))).toEqual(['sub']);
    expect(Object.keys(await told(mail)).sort()).toEqual(['email', 'email_verified', 'sub']);
    const claims = JSON.parse(Buffer.from(mail.id_token.split('.')[1]!, 'base64url').toString()) as object;
    expect(Object.keys(claims).sort()).toEqual(
      ['at_hash', 'aud', 'auth_time', 'exp', 'iat', 'iss', 'sid', 'sub'].sort(),
    );
  });

  it('says where a membership stands when it is asked, not when somebody signed in', async () => {
    const visitor = openVisitor(realm.issuer);
    const tokens = await signInAt(realm, visitor, sites.acps, account.address);
    expect((await told(tokens)).affilia!.memberships[0]!.status).toBe('ACTIVE');
    await realm.parts.db.transaction(tx =>
      tx.query(`update term set to_on = '2026-12-01' where to_on = '2027-04-01'`),
    );

    expect((await told(tokens)).affilia!.memberships[0]!.status).toBe('RENEWAL_DUE');
  });

  it('tells an internal tool what somebody does on staff, and a site never', async () => {
    const tool = await givenSite(realm, { kind: 'SECRET', origin: 'http://127.0.0.1:4994' });
    const visitor = openVisitor(realm.issuer);
    const verifier = newVerifier();
    const page = await visitor.open(askTo(realm, tool, verifier));
    const code = codeIn(await typePassword(visitor, page, account.address));
    const { status, body } = await exchange(realm, tool, code, verifier, { client_secret: tool.key });

    expect(status).toBe(200);
    expect((await told(body)).affilia!.staff).toEqual([
      { association: 'aqpm', role: 'MEMBERSHIP', reach: 'NODE' },
    ]);
    expect((await told(await at(sites.aqpm))).affilia).not.toHaveProperty('staff');
  });

  it('lets nobody into a tool by a password that was given long ago', async () => {
    const tool = await givenSite(realm, { kind: 'SECRET', origin: 'http://127.0.0.1:4995' });
    const visitor = openVisitor(realm.issuer);
    await signInAt(realm, visitor, sites.aqpm, account.address);
    const into = (site: Registered, changed: Record<string, string> = { prompt: 'none' }) =>
      visitor.open(askTo(realm, site, newVerifier(), changed));
    realm.clock.advance(hours(1));
    expect(codeIn(await into(tool))).not.toBe('');
    realm.clock.advance(seconds(1));

    // Whoever sits at the browser can write any `max_age` into its address.
    for (const more of [{}, { max_age: '3601' }, { max_age: '9999999' }])
      expect(errorIn(await into(tool, { prompt: 'none', ...more }))).toBe('login_required');

    expect(codeIn(await into(sites.aqpm))).not.toBe('');
    const page = await into(tool, { max_age: '9999999' });
    expect(codeIn(await typePassword(visitor, page, account.address))).not.toBe('');
  });

  it('tells nothing with a token that is none, is over, is of no such sign-in, or comes from elsewhere', async () => {
    const tokens = await at(sites.aqpm);
    const asked = await ask(tokens.access_token, { origin: 'http://127.0.0.1:4991' });
    const strange = await ask(tokens.access_token, { origin: 'https://evil.example' });
    await realm.parts.db.transaction(tx =>
      tx.query(`update session set ended_at = $2, ended_why = 'SIGNED_OUT' where account_id = $1`, [
        account.id,
        realm.clock.now(),
      ]),
    );

    expect(asked.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4991');
    expect(strange.headers.get('access-control-allow-origin')).toBeNull();
    const refused = [await ask(tokens.access_token), await ask('nothing'), await ask(tokens.id_token)];
    expect(refused.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(refused[0]!.headers.get('www-authenticate')).toContain('invalid_token');
    const preflight = await fetch(`${realm.issuer}/oidc/userinfo`, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:4991', 'access-control-request-method': 'GET' },
    });
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4991');
  });

  it('is dated by the clock of the realm, by which passwords age as well', async () => {
    const visitor = openVisitor(realm.issuer);
    const fresh = await givenAccount(realm);
    const given = secondsOf(realm.clock.now());
    const { id_token: token } = await signInAt(realm, visitor, sites.aqpm, fresh.address);
    realm.clock.advance(hours(1));
    const verifier = newVerifier();
    const later = await visitor.open(askTo(realm, sites.aqpm, verifier, { prompt: 'none', max_age: '3600' }));
    const { body } = await exchange(realm, sites.aqpm, codeIn(later), verifier);
    realm.clock.advance(seconds(1));
    const tooLate = await visitor.open(
      askTo(realm, sites.aqpm, verifier, { prompt: 'none', max_age: '3600' }),
    );

    expect(decodeJwt(token)).toMatchObject({ iat: given, auth_time: given, exp: given + 600 });
    const now = given + 3_600;
    expect(decodeJwt(body.id_token)).toMatchObject({ iat: now, auth_time: given, exp: now + 600 });
    expect(errorIn(tooLate)).toBe('login_required');
  });

  it('calls a site by the name of its association until staff give it one in both languages', async () => {
    const admin = await givenAdmin(realm);
    const named = await givenSite(realm, { name: 'second-site' });
    const ask = (more: object) =>
      perform(realm, 'setClientDisplayName', { clientId: named.clientId, ...more }, admin.asked);
    const leaving = async (language: string): Promise<string> =>
      (await openVisitor(realm.issuer).open(askTo(realm, named, newVerifier(), { ui_locales: language })))
        .html;
    expect(await leaving('fr-CA')).toContain(
      `Revenir à ${realm.world.aqpm.association.nameFr} sans ouvrir de session`,
    );

    const half = await ask({ displayNameFr: 'Bibliothèque' });
    const whole = await ask({ displayNameFr: 'Bibliothèque', displayNameEn: 'Library' });

    expect(half.issues.map(({ path, code }) => [path.at(-1), code])).toEqual([['displayNameEn', 'REQUIRED']]);
    expect(whole.client.displayNames).toEqual({ fr: 'Bibliothèque', en: 'Library' });
    expect(await leaving('fr-CA')).toContain('Revenir à Bibliothèque sans ouvrir de session');
    expect(await leaving('en-CA')).toContain('Go back to Library without signing in');
    const visitor = openVisitor(realm.issuer);
    const verifier = newVerifier();
    const page = await visitor.open(askTo(realm, named, verifier));
    await exchange(realm, named, codeIn(await typePassword(visitor, page, account.address)), verifier);
    expect((await visitor.open(`${realm.issuer}/account?lang=en-CA`)).html).toContain('Library – ');
    expect((await ask({ displayNameFr: ' ', displayNameEn: null })).client.displayNames).toBeNull();
    expect(await leaving('en-CA')).not.toContain('Library');
  });
});
