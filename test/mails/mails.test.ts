import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StaffRole } from '../../src/modules/associations/index.ts';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenAccount, PASSWORD, type GivenAccount } from '../accounts/given-account.ts';
import { perform as performAccounts, signedIn } from '../accounts/operations.ts';
import { givenPerson, givenStaff } from '../support/given/membership-world.ts';
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
    const { data } = await portal.graphql<{ node: { mails: { nodes: Seen[] } | null } | null }>(
      `query ($id: ID!) { node(id: $id) { ... on Person { mails { ${FIELDS} } } } }`,
      { id },
      asked,
    );
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
      "select after from audit_entry where act = 'resendMail' order by id desc limit 1",
    );
    expect(entries).toEqual([{ after: { letter: 'password-reset-link' } }]);
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
