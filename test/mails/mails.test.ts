import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { StaffRole, type AssociationEntity } from '../../src/modules/associations/index.ts';
import { fromPublicId, newId, toPublicId, type AssociationId, type MailId } from '../../src/kernel/id.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { perform as performAccounts, signedIn } from '../accounts/operations.ts';
import { givenOffice } from '../invitations/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
import { registerClient } from '../../src/modules/integrations/index.ts';
import { minutes } from '../support/fake-clock.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

interface Seen {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly stateLabel: string;
  readonly maskedAddress: string;
  readonly settledAt: string | null;
}

const FIELDS = 'nodes { id subject state stateLabel maskedAddress queuedAt settledAt }';

const { perform } = mutationsOf<
  'resendMail' | 'requestPasswordReset',
  {
    readonly __typename: string;
    readonly retryAfterSeconds: number;
    readonly next: {
      readonly kind: string;
      readonly retryAfterSeconds: number;
      readonly maskedAddress: string;
    };
  }
>(
  {
    resendMail:
      '... on ResendMailSuccess { next { kind retryAfterSeconds maskedAddress } } ... on TooManyAttempts { retryAfterSeconds }',
    requestPasswordReset: '',
  },
  '... on Problem { message }',
);

describe('the mails of a person (A15)', () => {
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
  });
  afterAll(() => portal.close());

  interface Given extends GivenAccount {
    readonly asked: Asked;
    readonly personId: string;
  }
  const given = async (associationIds = [portal.world.aqpm.association.id]): Promise<Given> => {
    const account = await givenAccount(portal, { associationIds });
    const person = await givenPerson(portal, {
      associationId: portal.world.aqpm.association.id,
      accountId: account.id,
    });
    const { accessToken: token } = await signedIn(portal, account.address);
    return { ...account, asked: { token }, personId: toPublicId('Person', person.id) };
  };
  const unconfirmed = async (): Promise<Given> => {
    const account = await given();
    await portal.parts.db.entities.query(
      'update account_address set verified_at = null where account_id = $1',
      [account.id],
    );
    await performAccounts(portal, 'requestEmailConfirmation', {}, account.asked);
    return account;
  };
  const mine = async (asked: Asked): Promise<readonly Seen[]> => {
    const { data, errors } = await portal.graphql<{ viewer: { mails: { nodes: Seen[] } } }>(
      `{ viewer { mails { totalCount ${FIELDS} } } }`,
      {},
      asked,
    );
    expect(errors).toEqual([]);
    return data.viewer.mails.nodes;
  };
  const ofPerson = async (id: string, asked: Asked): Promise<readonly Seen[] | null> => {
    const { data, errors } = await portal.graphql<{ node: { mails: { nodes: Seen[] } | null } | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Person { mails { ${FIELDS} } } } }`,
      { id },
      asked,
    );
    expect(errors).toEqual([]);
    return data.node?.mails?.nodes ?? null;
  };
  const staff = async (role = StaffRole.MEMBERSHIP): Promise<Asked> => {
    const { aqpm } = portal.world;
    const account = await givenAccount(portal);
    await givenStaff(portal, account.id, aqpm.association, role);
    const { accessToken: token } = await signedIn(portal, account.address, { clientKey: aqpm.toolKey });
    return { clientKey: aqpm.toolKey, token };
  };
  const links = (address: string): string[] =>
    portal.mailbox
      .to(address)
      .flatMap(({ links: found }) => found)
      .filter(link => link.includes('#token='));
  const confirm = async (link: string | undefined): Promise<string> =>
    (await performAccounts(portal, 'confirmEmail', { token: link?.split('#token=')[1] ?? '' })).__typename;

  it('are seen while they wait and once they are sent, the newest first and masked', async () => {
    const account = await unconfirmed();

    const [waiting] = await mine(account.asked);
    await portal.runDue();
    const sent = await mine(account.asked);

    expect(waiting).toMatchObject({ state: 'QUEUED', stateLabel: 'En attente d’envoi', settledAt: null });
    expect(waiting?.maskedAddress).not.toContain(account.address.split('@')[0]);
    expect(sent).toMatchObject([{ id: waiting?.id, subject: waiting?.subject, state: 'SENT' }]);
    expect(portal.mailbox.lastTo(account.address).subject).toBe(waiting?.subject);
  });

  it('are sent again after two minutes: the new link works, the old one no longer does', async () => {
    const account = await unconfirmed();
    await portal.runDue();
    const [mail] = await mine(account.asked);
    const again = () => perform(portal, 'resendMail', { mailId: mail?.id }, account.asked);

    expect(await again()).toMatchObject({ __typename: 'TooManyAttempts', retryAfterSeconds: 120 });
    portal.clock.advance(minutes(2));
    const answers = await Promise.all([again(), again(), again()]);
    await portal.runDue();

    expect(answers.map(answer => answer.__typename).sort()).toEqual([
      'ResendMailSuccess',
      'TooManyAttempts',
      'TooManyAttempts',
    ]);
    expect(answers.find(({ next }) => (next as object | undefined) !== undefined)?.next).toMatchObject({
      kind: 'CHECK_MAIL',
      retryAfterSeconds: 120,
    });
    const [old, fresh] = links(account.address);
    expect(await confirm(old)).toBe('ConfirmationTokenReplaced');
    expect(await confirm(fresh)).toBe('ConfirmEmailSuccess');
    portal.clock.advance(minutes(5));
    expect((await again()).__typename).toBe('MailNotResendable');
  });

  it('are taken back when they still wait, and sent again as they were when they hold no secret', async () => {
    const account = await given();
    await performAccounts(
      portal,
      'changePassword',
      { currentPassword: PASSWORD, newPassword: 'Bonsoir!2027' },
      account.asked,
    );
    const { accessToken: token } = await signedIn(portal, account.address, { password: 'Bonsoir!2027' });
    portal.clock.advance(minutes(3));
    const [mail] = await mine({ token });

    await perform(portal, 'resendMail', { mailId: mail?.id }, { token });
    await portal.runDue();

    expect((await mine({ token })).map(({ state, subject }) => [state, subject])).toEqual([
      ['SENT', mail?.subject],
      ['CANCELLED', mail?.subject],
    ]);
    expect(portal.mailbox.to(account.address)).toHaveLength(1);
  });

  it('are read and sent again by staff of the association that sent them, and by nobody else', async () => {
    const account = await given();
    await perform(portal, 'requestPasswordReset', { identifier: account.address });
    await portal.runDue();
    portal.clock.advance(minutes(3));
    const [clerk, reader, stranger] = [await staff(), await staff(StaffRole.FINANCE), await given()];

    const seen = await ofPerson(account.personId, clerk);

    expect(seen).toMatchObject([{ state: 'SENT' }]);
    expect(await ofPerson(account.personId, reader)).toBeNull();
    expect(await ofPerson(account.personId, stranger.asked)).toBeNull();
    const mailId = seen?.[0]?.id;
    for (const asked of [reader, stranger.asked])
      expect((await perform(portal, 'resendMail', { mailId }, asked)).__typename).toBe('MailNotFound');
    expect((await perform(portal, 'resendMail', { mailId }, clerk)).__typename).toBe('ResendMailSuccess');
    await portal.runDue();
    expect(links(account.address)).toHaveLength(2);
    const entries = await portal.parts.db.entities.query<{ after: unknown }[]>(
      "select after from audit_entry where act = 'resendMail' and subject_id = $1",
      [fromPublicId('Mail', mailId ?? '')],
    );
    expect(entries).toEqual([{ after: { letter: 'password-reset-link' } }]);
  });

  it('sent by a body above are read and sent again by the office that has the person on file, others by nobody there', async () => {
    const { aqpm, icu, oppi, pibc } = portal.world;
    const account = await givenAccount(portal, {
      associationIds: [oppi.id, pibc.id, icu.association.id, aqpm.association.id],
    });
    const onFile = async (associationId: AssociationId): Promise<string> =>
      toPublicId('Person', (await givenPerson(portal, { associationId, accountId: account.id })).id);
    const [atOppi, atPibc] = [await onFile(oppi.id), await onFile(pibc.id)];
    for (const clientKey of [icu.siteKey, aqpm.siteKey]) {
      const link = { identifier: account.address };
      await perform(portal, 'requestPasswordReset', link, { clientKey });
      await portal.runDue();
    }
    const sent = await portal.parts.db.entities.query<{ id: MailId; association_id: string }[]>(
      'select id, association_id from mail where account_id = $1',
      [account.id],
    );
    const idOf = (sender: string): string =>
      toPublicId('Mail', sent.find(one => one.association_id === sender)?.id ?? ('' as MailId));
    const [byIcu, byAqpm] = [idOf(icu.association.id), idOf(aqpm.association.id)];
    const byPibc = newId(portal.clock, randomBytes) as MailId;
    await portal.parts.db.entities.query(
      `insert into mail (id, letter, to_address, locale, association_id, account_id, values, message_id, state, queued_at, attempts)
       select $1::uuid, 'password-changed', to_address, locale, $2, account_id, '{}', $1::text, 'QUEUED', queued_at, 0
       from mail where account_id = $3 limit 1`,
      [byPibc, pibc.id, account.id],
    );
    portal.clock.advance(minutes(3));
    // An independent body is entered through its own tool alone.
    const { key: ownTool } = await portal.parts.db.transaction(tx =>
      registerClient(portal.parts, tx, {
        associationId: pibc.id,
        name: 'PIBC',
        kind: 'SECRET',
        keyMode: 'TEST',
        signInMode: 'DIRECT',
        origins: [],
        pages: [],
      }),
    );
    const office = async (association: AssociationEntity, toolKey: string): Promise<Asked> =>
      (await givenOffice(portal, { body: { association, toolKey } })).asked;
    const [clerk, sibling] = [await office(oppi, icu.toolKey), await office(pibc, ownTool)];
    const seenBy = async (person: string, asked: Asked): Promise<string[] | undefined> =>
      (await ofPerson(person, asked))?.map(({ id }) => id).sort();
    const again = async (mailId: string, asked: Asked): Promise<string> =>
      (await perform(portal, 'resendMail', { mailId }, asked)).__typename;

    expect(await seenBy(atOppi, clerk)).toEqual([byIcu]);
    expect(await seenBy(atOppi, sibling)).toBeUndefined();
    expect(await seenBy(atPibc, sibling)).toEqual([byIcu, toPublicId('Mail', byPibc)].sort());
    for (const mailId of [byAqpm, toPublicId('Mail', byPibc)])
      expect(await again(mailId, clerk)).toBe('MailNotFound');
    expect(await again(byIcu, clerk)).toBe('ResendMailSuccess');
  });

  it('with a link are not sent to an address that is the account’s no longer', async () => {
    const account = await given();
    await perform(portal, 'requestPasswordReset', { identifier: account.address });
    await portal.runDue();
    portal.clock.advance(minutes(3));
    await portal.parts.db.entities.query(
      "update account_address set address = 'neuve@maboite.example', normalized = 'neuve@maboite.example' where account_id = $1",
      [account.id],
    );

    const [mail] = await mine(account.asked);

    expect((await perform(portal, 'resendMail', { mailId: mail?.id }, account.asked)).__typename).toBe(
      'MailNotResendable',
    );
  });

  it('of another tree are not seen here', async () => {
    const { aqpm, acps } = portal.world;
    const account = await given([aqpm.association.id, acps.association.id]);
    const clientKey = acps.siteKey;
    const there = await signedIn(portal, account.address, { clientKey });
    await performAccounts(
      portal,
      'requestEmailChange',
      { newAddress: 'ailleurs@maboite.example', currentPassword: PASSWORD },
      { clientKey, token: there.accessToken },
    );
    const [theirs] = await mine({ clientKey, token: there.accessToken });

    expect(theirs).toBeDefined();
    expect(await mine(account.asked)).toEqual([]);
    expect((await perform(portal, 'resendMail', { mailId: theirs?.id }, account.asked)).__typename).toBe(
      'MailNotFound',
    );
  });
});
