import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openPortal, type Answer, type Asked, type Portal } from '../support/portal.ts';
import { documentOf, everyOperation, everySelection, placesOf, type Operation } from './every-operation.ts';
import { furnish } from './furnished-body.ts';
import { goodArguments, type Good, type MakeGood } from './good-arguments.ts';
import { openInnerDoor, type InnerDoor } from './inner-door.ts';
import { askEach } from './packed-questions.ts';

/** What happens once without a key: by a secret that works once, or because doing it again changes nothing. */
const ONCE_BY_ITSELF = [
  'cancelImport',
  'cancelInvitationRun',
  'confirmAccountLink',
  'declineInvitation',
  'refreshSession',
  'registerClientDocuments',
  'resetTestData',
  'revokeAllSessions',
  'revokeClient',
  'revokeInvitation',
  'revokePayLink',
  'revokeSession',
  'setAssociationPagesClient',
  'setClientDisplayName',
  'setClientOrigins',
  'setClientPages',
  'setClientPublicKeys',
  'setClientRedirectUris',
  'setClientScopes',
  'setClientSignInMode',
  'setDateOfBirth',
  'setDelegateLimit',
  'setLocale',
  'setOrganizationCoordinates',
  'setOrganizationJoining',
  'setOrganizationSections',
  'setPersonAddresses',
  'setTermRule',
  'signIn',
  'signInWithPasskey',
  'signOut',
  'turnOffOrganizationCode',
  'updateAssociationSettings',
  'updateOrganizationProfile',
  'updateProfile',
  'verifySecondFactor',
];

/** A list of links that is kept nowhere: whoever repeats the request is told how to make another. */
const SHOWN_ONCE = ['exportCompletionLinks'];

const BAD_KEYS = [
  ['an empty key', '', 'REQUIRED'],
  ['an endless key', 'x'.repeat(256), 'TOO_LONG'],
  ['a key with a control character', 'une\u0000fois', 'BAD_FORMAT'],
] as const;

const mutations = (await everyOperation()).filter(({ kind }) => kind === 'mutation');
const answersOf = (operation: Operation): string[] =>
  placesOf(operation).flatMap(({ path }) => (path.length === 2 ? [String(path[1])] : []));
const takesKey = mutations.filter(one => answersOf(one).includes('idempotencyKey'));

describe('a request that is sent again with its key (E20)', () => {
  let portal: Portal;
  let door: InnerDoor;
  let good: Readonly<Record<string, readonly MakeGood[]>>;
  beforeAll(async () => {
    portal = await openPortal();
    door = await openInnerDoor(portal);
    good = goodArguments(portal, await furnish(portal, portal.world.aqpm, 'Quimper'));
  });
  afterAll(() => portal.close());

  it('can be sent to every mutation that creates or sends', () => {
    const others = mutations.filter(one => !takesKey.includes(one)).map(({ name }) => name);

    expect(others.sort()).toEqual(ONCE_BY_ITSELF);
  });

  describe.each(takesKey)('$name', operation => {
    const { name, schema, field } = operation;
    const make = async (): Promise<Good> => good[name]![0]!();
    let made: Promise<Good> | undefined;
    /** Made once: refused keys use nothing up, and a request that was answered is answered again. */
    const wanted = (): Promise<Good> => (made ??= make());
    const key = `une-fois-${name}`;
    const document = documentOf(operation, everySelection(schema, field.type, 2).join(' '));
    const ask = async (
      { variables }: Good,
      idempotencyKey: string,
      asked: Asked,
    ): Promise<Answer<Record<string, { __typename: string; issues: object[] }>>> =>
      portal.graphql(document, { input: { ...(variables['input'] as object), idempotencyKey } }, asked);
    /** Every act leaves a line, most of them a mail, and a guess is counted. */
    const done = (): Promise<unknown> =>
      portal.parts.db.entities.query(
        `select (select count(*) from audit_entry) as acts, (select count(*) from mail) as mails,
           (select sum(one) from attempt_window, unnest(attempts) as one) as attempts`,
      );

    it('does nothing under a key that is empty, endless or holds a control character', async () => {
      const request = await wanted();
      const before = await done();

      const answers = await askEach(
        door,
        BAD_KEYS.map(([what, idempotencyKey]) => ({
          label: what,
          operation,
          selection: everySelection(schema, field.type, 2).join(' '),
          variables: { input: { ...(request.variables['input'] as object), idempotencyKey } },
        })),
        request.asked,
      );

      expect(answers.map(({ data }) => data)).toMatchObject(
        BAD_KEYS.map(([, , code]) => ({
          __typename: 'InvalidInput',
          issues: [{ path: ['input', 'idempotencyKey'], code }],
        })),
      );
      expect(await done()).toEqual(before);
    });

    it('happens once, however often and however late it is sent', async () => {
      const request = await wanted();

      const together = await Promise.all([1, 2, 3].map(() => ask(request, key, request.asked)));
      const after = await done();
      const later = await ask(request, key, request.asked);
      expect((await ask(request, key, request.asked)).text).toBe(later.text);

      expect(later.data[name]?.__typename).toMatch(/Success$/);
      const shown = together.filter(({ text }) => text !== later.text);
      expect(shown.length).toBe(SHOWN_ONCE.includes(name) ? 1 : 0);
      // However often: a repeated request is no further attempt either.
      expect(await done()).toEqual(after);
    });

    // Where nothing but the key is said, there is nothing else to say.
    if (answersOf(operation).length > 1)
      it('is refused when the same key comes with something else', async () => {
        const [way = make, another = way] = good[name]!;
        const [first, second] = [await wanted(), await another()];
        await ask(first, key, first.asked);
        const before = await done();

        const answer = await ask(second, key, first.asked);

        expect(answer.data[name]).toMatchObject({ __typename: 'IdempotencyKeyReused' });
        expect(await done()).toEqual(before);
      });
  });
});
