import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { localDate } from '../../src/kernel/local-date.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { cellOf } from '../../src/modules/invitations/completion/completion-csv.ts';
import { givenAccount } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import { givenOffice, type Office } from '../invitations/operations.ts';
import { givenClass, givenMembership, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import {
  completing,
  givenLink,
  givenPaperMember,
  perform,
  preview,
  rowsOf,
  tokenIn,
  type Result,
} from './operations.ts';

describe('first access by a link on paper (M3)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const list = (more: object = {}, asked: Asked = {}): Promise<Result> =>
    perform(
      portal,
      'exportCompletionLinks',
      { associationId: office.associationId, ...more },
      { ...office.asked, ...asked },
    );
  const complete = (input: object, asked: Asked = {}): Promise<Result> =>
    perform(portal, 'completeFirstAccess', input, asked);
  const count = async (sql: string, ...values: unknown[]): Promise<number> =>
    Number(
      (await portal.parts.db.entities.query<{ count: string }[]>(`select count(*) ${sql}`, values))[0]?.count,
    );

  it('staff get one list of the members of today who have neither account nor address, once', async () => {
    const lise = await givenPaperMember(portal, { givenName: '=Lise', familyName: 'Côté "Lili", Œuvray' });
    const bill = await givenPaperMember(portal, { givenName: 'Bill', familyName: 'Anctil', locale: 'en-CA' });
    await givenPaperMember(portal, { contactEmail: 'courriel@maboite.example' });
    const { id: accountId } = await givenAccount(portal);
    const withAccount = await givenPerson(portal, { accountId });
    const left = await givenPerson(portal);
    const ofClass = await givenClass(portal, { code: 'PARTIS' });
    await givenMembership(portal, ofClass, { personId: withAccount.id }, { memberNumber: 'C-1' });
    const from = localDate('2026-01-01');
    const resigned = [{ classId: ofClass.id, from, to: null, reason: 'RESIGNATION' as const }];
    await givenMembership(
      portal,
      ofClass,
      { personId: left.id },
      { memberNumber: 'P-1', affiliations: resigned },
    );

    const [first, again] = [await list({ idempotencyKey: 'liste' }), await list({ idempotencyKey: 'liste' })];
    const english = await list({ replaceLiveLinks: true }, { locale: 'en-CA' });
    const nobody = await list();

    expect(first).toMatchObject({ __typename: 'ExportCompletionLinksSuccess', linkCount: 2, remaining: 0 });
    expect(first.csv).toMatch(/^\uFEFFid_personne,prénom,nom_de_famille,langue,dernier_jour,lien\r\n/);
    expect(first.csv).not.toContain(lise.memberNumber);
    const link = /^http:\/\/localhost:4000\/realm\/(?:fr|en)\/completion#token=affilia_once_[\w-]{32}$/;
    expect(rowsOf(first.csv)).toEqual([
      {
        id_personne: bill.publicId,
        prénom: 'Bill',
        nom_de_famille: 'Anctil',
        langue: 'en-CA',
        dernier_jour: '2026-12-06',
        lien: expect.stringMatching(link),
      },
      {
        id_personne: lise.publicId,
        prénom: "'=Lise",
        nom_de_famille: 'Côté "Lili", Œuvray',
        langue: 'fr-CA',
        dernier_jour: '2026-12-06',
        lien: expect.stringMatching(link),
      },
    ]);
    expect(again).toMatchObject({
      csv: null,
      linkCount: 2,
      message: expect.stringContaining('nouveaux liens'),
    });
    expect(english.csv).toMatch(/^\uFEFFperson_id,given_name,family_name,language,last_day,link\r\n/);
    expect(nobody).toMatchObject({ csv: null, linkCount: 0 });
    expect(
      await count(
        `from audit_entry where act = 'exportCompletionLinks' and after->'personIds' ? $1`,
        lise.id,
      ),
    ).toBe(2);
    expect((await preview(portal, tokenIn(rowsOf(first.csv)[1]?.['lien']))).__typename).toBe(
      'CompletionLinkReplaced',
    );
    expect((await preview(portal, tokenIn(rowsOf(english.csv)[1]?.['link']))).__typename).toBe(
      'CompletionLinkSuccess',
    );
  });

  it('staff who name somebody are told why a link is not for them, and others make none', async () => {
    const paper = await givenPaperMember(portal);
    const mailed = await givenPaperMember(portal, { contactEmail: 'poste@maboite.example' });
    const elsewhere = await givenPerson(portal, { associationId: portal.world.acps.association.id });
    const numberless = await givenPerson(portal);
    const ids = [paper, mailed, elsewhere, numberless].map(({ id }) => id);
    const personIds = [...ids.map(id => toPublicId('Person', id)), 'personne'];

    const chosen = await list({ personIds });
    const none = await list({ personIds: [] });
    const reader = await givenOffice(portal, { role: StaffRole.READER });
    const byReader = await portal.graphql(
      'mutation ($input: ExportCompletionLinksInput!) { exportCompletionLinks(input: $input) { __typename } }',
      { input: { associationId: office.associationId } },
      reader.asked,
    );

    expect([chosen.linkCount, chosen.leftOut.map(({ reason }) => reason)]).toEqual([
      1,
      ['HAS_ADDRESS', 'NOT_FOUND', 'NO_MEMBER_NUMBER', 'NOT_FOUND'],
    ]);
    expect(none.issues).toMatchObject([{ path: ['input', 'personIds'], code: 'OUT_OF_RANGE' }]);
    expect(byReader.errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('cells that a spreadsheet would run are text', () => {
    expect(['=1+1', '+1', '-1', '@A1', '\t=1', '＝1', 'Anne-Marie', 'a"b,c'].map(cellOf)).toEqual([
      "'=1+1",
      "'+1",
      "'-1",
      "'@A1",
      "'\t=1",
      "'＝1",
      'Anne-Marie',
      '"a""b,c"',
    ]);
  });

  it('of two who use one link at once, one opens an account', async () => {
    const person = await givenPaperMember(portal);
    const token = await givenLink(portal, office, person.publicId);
    const accounts = await count('from account');

    const results = await Promise.all(
      [1, 2, 3, 4].map(() => complete(completing(portal, token, person.memberNumber))),
    );

    expect(results.map(one => one.__typename).sort()).toEqual([
      'CompleteFirstAccessSuccess',
      'CompletionLinkUsed',
      'CompletionLinkUsed',
      'CompletionLinkUsed',
    ]);
    expect(await count('from account')).toBe(accounts + 1);
  });

  it('five wrong numbers kill the link, twenty at once included, and the office is told what to do', async () => {
    const person = await givenPaperMember(portal, { givenName: 'Paul', familyName: 'Assiégé' });
    const token = await givenLink(portal, office, person.publicId);

    const guesses = await Promise.all(
      Array.from({ length: 20 }, (_, i) => complete(completing(portal, token, `AQ-9999${i}`))),
    );
    const right = await complete(completing(portal, token, person.memberNumber));
    await portal.runDue();

    const judged = guesses.filter(({ __typename }) => __typename === 'MemberNumberWrong');
    expect(judged.map(({ guessesLeft }) => guessesLeft).sort()).toEqual([1, 2, 3, 4]);
    expect(right).toMatchObject({ __typename: 'CompletionLinkBlocked', next: { kind: 'CONTACT_SUPPORT' } });
    expect((await preview(portal, token)).__typename).toBe('CompletionLinkBlocked');
    const toOffice = portal.mailbox
      .to('aide@aqpm.example')
      .filter(mail => mail.text.includes('Paul Assiégé'));
    expect(toOffice).toHaveLength(1);
    expect(toOffice[0]?.html).toContain('nouveau lien');
    const next = await givenLink(portal, office, person.publicId);
    expect((await complete(completing(portal, next, person.memberNumber))).__typename).toMatch(/Success$/);
  });

  it('a link lives through its fourteenth day, and in its own tree', async () => {
    const person = await givenPaperMember(portal);
    const token = await givenLink(portal, office, person.publicId);
    const asOf = async (asked: Asked = {}): Promise<string> =>
      (await preview(portal, token, asked)).__typename;

    expect(await asOf({ clientKey: portal.world.acps.siteKey })).toBe('CompletionLinkUnknown');
    portal.clock.advance(14 * 86_400_000);
    expect(await asOf()).toBe('CompletionLinkSuccess');
    portal.clock.advance(86_400_000);
    expect(await asOf()).toBe('CompletionLinkExpired');
  });

  it('staff sign in afresh for a list', async () => {
    const { toolKey: clientKey } = portal.world.aqpm;
    const { refreshToken } = await signedIn(portal, office.account.address, { clientKey });
    portal.clock.advance(11 * 60_000);
    const { session } = await performAccount(portal, 'refreshSession', { refreshToken }, { clientKey });

    const refused = await list({}, { token: session.accessToken });

    expect(refused).toMatchObject({ __typename: 'SignInTooOld', next: { kind: 'SIGN_IN' } });
  });
});
