import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform, signedIn } from '../accounts/operations.ts';
import { givenStaff } from '../support/given/membership-world.ts';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { askWidely, wholeSelectionsOf, wideSelectionOf, type Answered } from './ask-everything.ts';
import { everyOperation, type Operation } from './every-operation.ts';
import { furnish, type FurnishedBody } from './furnished-body.ts';
import { goodArguments } from './good-arguments.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { askPacked, nodeQuestions, pack, type Question } from './packed-questions.ts';
import { openTables, type TableReader } from './table-contents.ts';

const operations = await everyOperation();
/** They end the sessions of the account that everything here is about, or let them grow old. */
const LAST = ['linkAccounts', 'advanceClock', 'changePassword', 'signOut', 'revokeAllSessions'];

let portal: Portal;
let door: InnerDoor;
let tables: TableReader;
beforeAll(async () => {
  portal = await openPortal();
  tables = await openTables(portal);
  await tables.stopCountingAttempts();
  door = await openInnerDoor(portal);
});
afterAll(async () => {
  await tables.close();
  await portal.close();
});

describe.each([
  { here: 'aqpm', there: 'acps', turn: 0, marks: ['Quimper', 'Zorbec', 'Brestoi'] },
  { here: 'acps', there: 'aqpm', turn: 1, marks: ['Rimouski', 'Gander', 'Matanie'] },
] as const)(
  'the clients of $here do not learn that somebody is affiliated with $there',
  ({ here, there, turn, marks }) => {
    let ours: FurnishedBody;
    let theirs: FurnishedBody;
    let site: Asked;
    let tool: Asked;
    let canaries: readonly string[];
    beforeAll(async () => {
      const both = await givenAccount(portal, {
        associationIds: [portal.world.aqpm.association.id, portal.world.acps.association.id],
      });
      ours = await furnish(portal, portal.world[here], marks[0], both);
      theirs = await furnish(portal, portal.world[there], marks[1], both);
      // On the staff of both as well, which counts at the tools alone.
      for (const body of [ours, theirs]) await givenStaff(portal, both.id, body.association, StaffRole.ADMIN);
      site = await through(both.address, ours.siteKey);
      tool = await through(both.address, ours.toolKey);
      // The account is one, and so are its addresses.
      const { Account: _, AccountAddress: __, ...ids } = theirs.ids;
      const { code, nameFr, nameEn } = theirs.association;
      canaries = [theirs.mark, code, nameFr, nameEn, ...Object.values(ids), theirs.code, theirs.siteKey];
    });
    /** One after the other, so that lists have one order. */
    const through = async (address: string, clientKey: string): Promise<Asked> => {
      portal.clock.advance(1);
      return { clientKey, token: (await signedIn(portal, address, { clientKey })).accessToken };
    };

    const tellingIn = (text: string): string[] => {
      const tokens = text.match(/eyJ[\w-]+\.[\w-]+/g) ?? [];
      const claims = tokens.flatMap(token =>
        token.split('.').map(part => Buffer.from(part, 'base64url').toString()),
      );
      const all = [text, ...claims].join(' ').toLowerCase();
      return canaries.filter(canary => all.includes(canary.toLowerCase()));
    };
    const judge = ({ name }: Operation, { text, status }: Answered): unknown[] => {
      const telling = tellingIn(text);
      return telling.length > 0 || status >= 500 ? [{ name, telling, status, text: text.slice(0, 500) }] : [];
    };
    /** By each of the callers; a name is told with what gave it away. */
    const askAll = async (questions: readonly Question[]): Promise<readonly string[]> => {
      const texts: string[] = [];
      const telling: unknown[] = [];
      for (const packed of pack(questions))
        for (const asked of callers()) {
          const { text, parts } = await askPacked(door, packed, asked);
          texts.push(text);
          if (tellingIn(text).length === 0) continue;
          for (const [{ label }, part] of parts) {
            const said = JSON.stringify(part);
            if (tellingIn(said).length > 0)
              telling.push({ label, telling: tellingIn(said), said: said.slice(0, 500) });
          }
        }
      expect(telling).toEqual([]);
      return texts;
    };
    const questionOf = (operation: Operation, variables: object, selection: string): Question => ({
      label: operation.name,
      operation,
      selection,
      variables: variables as Question['variables'],
    });
    const callers = (): readonly Asked[] => [site, tool, { clientKey: ours.siteKey }];

    // First, before anybody acts.
    it('by comparing them with somebody who is affiliated here alone', async () => {
      const twin = await furnish(portal, portal.world[here], marks[2]);
      // Signed in at the same places.
      const twinsSite = await through(twin.account.address, ours.siteKey);
      await through(twin.account.address, ours.toolKey);
      const viewer = operations.find(({ name }) => name === 'viewer')!;
      const [whole] = pack(wholeSelectionsOf(viewer).map(one => questionOf(viewer, {}, one)));
      const seenBy = async (asked: Asked): Promise<string> =>
        (await askPacked(door, whole!, asked)).text
          .replaceAll(/"[a-z]{3}_\w{22}"/g, '"id"')
          .replaceAll(new RegExp(marks.join('|'), 'gi'), 'mark')
          .replaceAll(/"(\w+At|from|answerBy)":"[^"]+Z"/g, '"$1":"then"')
          .replaceAll(/-\d{6}"/g, '-next"')
          .replaceAll(/\/documents\/[^"]+/g, '/documents/signed')
          .replaceAll(/"(startCursor|endCursor)":"[^"]+"/g, '"$1":"place"')
          .replaceAll(/membre-\d+|personne\d+/g, 'who')
          // A new password keeps the rules of all its associations, whichever client asks: the form says them too.
          .replaceAll(/"help":"Le mot de passe doit respecter [^"]+"/g, '"help":"rules"');

      const ofBoth = await seenBy(site);
      expect(ofBoth).toContain('mark inc.');
      expect(ofBoth).toEqual(await seenBy(twinsSite));
    });

    it('by asking for everything that is theirs here, which shows all of it', async () => {
      const good = goodArguments(portal, ours);
      const questions: Question[] = [];
      for (const operation of operations.filter(({ kind, name }) => kind === 'query' && name !== 'node'))
        for (const [way, make] of good[operation.name]!.entries()) {
          const { variables } = await make();
          // The other ways to ask, like the page before, lead to the same fields.
          const selections = way === 0 ? wholeSelectionsOf(operation) : [wideSelectionOf(operation)];
          questions.push(...selections.map(one => questionOf(operation, variables, one)));
        }
      const texts = [...(await askAll(questions)), ...(await askAll(nodesOf(ours)))];

      // Documents are shown with an invitation, and the assignment is somebody else's.
      const { AssociationDocument: _, StaffAssignment: __, Mail: ___, SecondFactor, ...seen } = ours.ids;
      const all = texts.join(' ');
      expect(Object.values(seen).filter(id => !all.includes(id))).toEqual([]);
      expect(all).not.toContain(SecondFactor);
    });

    it('by naming every record, code and number of the other body, which are nothing here', async () => {
      const good = goodArguments(portal, theirs);
      const queries = operations.filter(({ kind, field }) => kind === 'query' && field.args.length > 0);
      const questions: Question[] = [];
      for (const operation of queries.filter(({ name }) => name !== 'node'))
        for (const make of good[operation.name]!)
          questions.push(questionOf(operation, (await make()).variables, wideSelectionOf(operation)));
      await askAll([...questions, ...nodesOf(theirs)]);
    });

    const nodesOf = ({ ids: { Account: _, ...ids } }: FurnishedBody): readonly Question[] =>
      nodeQuestions(operations, Object.values(ids));

    it('by trying their member number of the other body', async () => {
      const tried = async (identifier: string, { siteKey: clientKey }: FurnishedBody): Promise<string> =>
        (await perform(portal, 'signIn', { identifier, password: PASSWORD }, { clientKey })).__typename;

      expect(await tried(ours.memberNumber, ours)).toBe('SignInSuccess');
      expect(await tried(theirs.memberNumber, theirs)).toBe('SignInSuccess');
      expect(await tried(theirs.memberNumber, ours)).toBe('SignInRefused');
    });

    it('by any mutation with what belongs there, and nothing there changes', async () => {
      const good = goodArguments(portal, theirs);
      const mutations = operations.filter(({ kind }) => kind === 'mutation');
      const sorted = [...mutations].sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));
      const taken: string[] = [];
      for (const operation of sorted) {
        // Joining accounts ended every session but the one that asked.
        if (operation.name === 'advanceClock') tool = await through(ours.account.address, ours.toolKey);
        const makes = good[operation.name]!;
        // What differs between the ways to call one is not whose it is: they take turns in the two directions.
        for (const make of makes.filter((_, way) => makes.length === 1 || way % 2 === turn)) {
          const { variables } = await make();
          const before = await countOf(theirs);
          // Whether somebody is signed in is asked before anything else (rights-matrix.test.ts).
          const asking = ['SIGNED_IN', 'STAFF'].includes(operation.policy) ? [site, tool] : callers();
          for (const asked of asking) {
            const answer = await askWidely(door, operation, variables, asked);
            expect(judge(operation, answer)).toEqual([]);
            if (/Success$/.test(answer.data?.[operation.name]?.__typename ?? '')) taken.push(operation.name);
          }
          expect([operation.name, await countOf(theirs)]).toEqual([operation.name, before]);
        }
      }

      // What concerns the account itself can be done through any client of the realm, and the realm has one clock.
      expect([...new Set(taken)].sort()).toEqual([
        'addEmailAddress',
        'advanceClock',
        'changePassword',
        'confirmEmail',
        'enrollTotp',
        'linkAccounts',
        'requestEmailChange',
        'requestPasswordReset',
        'requestUsernameReminder',
        'revokeAllSessions',
        'setLocale',
        'signIn',
        'signOut',
      ]);
      await portal.runDue();
      const { senderAddress } = ours.association;
      const mails = portal.mailbox.mails.filter(mail => mail.message.from?.address === senderAddress);
      expect(mails.map(mail => mail.to.join())).toContain(ours.account.address);
      expect(
        mails.flatMap(mail => tellingIn([mail.raw, mail.text, mail.html, mail.subject].join(' '))),
      ).toEqual([]);
    });

    /** What a body has, without what everybody changes for themselves. */
    const countOf = async ({ association: { id } }: FurnishedBody): Promise<unknown> =>
      portal.parts.db.entities.query(
        `select (select md5(string_agg(i::text, ' ' order by i.id)) from invitation i where i.association_id = $1),
         (select md5(string_agg(p::text, ' ' order by p.id)) from person p where p.association_id = $1),
         (select md5(string_agg(o::text, ' ' order by o.id)) from organization o where o.association_id = $1),
         (select count(*) from mail where association_id = $1),
         (select count(*) from delegation d join organization o on o.id = d.organization_id where o.association_id = $1)`,
        [id],
      );
  },
);
