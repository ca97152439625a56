import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationEntity, StaffRole } from '../../src/modules/associations/index.ts';
import { mailsPorts } from '../../src/modules/mails/index.ts';
import { givenAccount, PASSWORD } from '../accounts/given-account.ts';
import { perform as performAccount, signedIn } from '../accounts/operations.ts';
import {
  givenCode,
  givenOffice,
  perform as performInvitation,
  tokenMailedTo as tokenOfInvitation,
  type Office,
} from '../invitations/operations.ts';
import { givenLogin } from '../recovery/given-login.ts';
import { perform as performRecovery, preview, tokensMailedTo } from '../recovery/operations.ts';
import { begin, givenProtected, perform as performFactor } from '../second-factors/operations.ts';
import { hours, minutes } from '../support/fake-clock.ts';
import { givenPerson } from '../support/given/membership-world.ts';
import { mutationsOf } from '../support/mutations.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';

interface Seen {
  readonly id: string;
  readonly state: string;
  readonly maskedAddress: string;
  readonly faultLabel: string | null;
  readonly faultCode: string | null;
  readonly nextTryAt: string | null;
}

interface Resent {
  readonly __typename: string;
  readonly message: string;
  readonly why: string;
  readonly next: { readonly kind: string; readonly retryAfterSeconds: number | null };
}

const { perform } = mutationsOf<'resendMail' | 'signIn', Resent>(
  {
    resendMail: '... on MailNotResendable { why }',
    signIn: '... on SignInSuccess { next { kind maskedAddress retryAfterSeconds } }',
  },
  '... on Problem { message }',
);

let portal: Portal;
let office: Office;
beforeAll(async () => {
  portal = await openPortal();
});
beforeEach(async () => {
  office = await givenOffice(portal, { role: StaffRole.ADMIN });
});
afterAll(() => portal.close());

/** As staff see them. */
const mailsOf = async (personId: string, asked: Asked = office.asked): Promise<readonly Seen[]> => {
  const { data, errors } = await portal.graphql<{ node: { mails: { nodes: Seen[] } } }>(
    `query ($id: ID!) { node(id: $id) { ... on Person {
      mails { nodes { id state maskedAddress faultLabel faultCode nextTryAt } } } } }`,
    { id: personId },
    asked,
  );
  expect(errors).toEqual([]);
  return data.node.mails.nodes;
};
/** As the person sees theirs. */
const ownMails = async (asked: Asked): Promise<readonly Seen[]> => {
  const { data, errors } = await portal.graphql<{ viewer: { mails: { nodes: Seen[] } } }>(
    '{ viewer { mails { nodes { id state maskedAddress faultLabel faultCode nextTryAt } } } }',
    {},
    asked,
  );
  expect(errors).toEqual([]);
  return data.viewer.mails.nodes;
};
const again = (mailId: string | undefined, asked: Asked = office.asked): Promise<Resent> =>
  perform(portal, 'resendMail', { mailId }, asked);
const latestOf = async (personId: string): Promise<string | undefined> => (await mailsOf(personId))[0]?.id;
const onFile = async (wanted: Parameters<typeof givenPerson>[1]): Promise<string> =>
  toPublicId('Person', (await givenPerson(portal, wanted)).id);

describe('every letter (A15)', () => {
  it('says how it is sent again, or that it never is', () => {
    const { letters, sendAgain } = portal.parts.ports.of(mailsPorts);

    expect(letters.map(({ name }) => name).sort()).toEqual(Object.keys(sendAgain).sort());
  });
});

describe('a password reset for several accounts of one address (A4, A15)', () => {
  it('is sent again by staff with a fresh link for each, and tells staff nothing', async () => {
    const shared = 'couple.encore@maboite.example';
    const own = await givenLogin(portal, { address: shared });
    const personId = await onFile({ accountId: own.id });
    await givenLogin(portal, { addressless: true, names: [['Luc', 'Roy']], contactEmail: shared });
    await performRecovery(portal, 'requestPasswordReset', { identifier: shared });
    const old = await tokensMailedTo(portal, shared);
    portal.clock.advance(minutes(3));

    expect((await again(await latestOf(personId))).__typename).toBe('ResendMailSuccess');

    const fresh = await tokensMailedTo(portal, shared);
    expect([old.length, fresh.length]).toEqual([2, 2]);
    const states = async (tokens: readonly string[]): Promise<string[]> =>
      Promise.all(tokens.map(async token => (await preview(portal, token)).__typename));
    expect(await states(old)).toEqual(['PasswordResetTokenReplaced', 'PasswordResetTokenReplaced']);
    expect(await states(fresh)).toEqual(['PasswordResetSuccess', 'PasswordResetSuccess']);
    const seen = JSON.stringify(await mailsOf(personId));
    for (const told of [...fresh, shared]) expect(seen).not.toContain(told);
  });

  it('leaves out whoever is no longer reached there, and a reminder goes to nobody who left', async () => {
    const shared = 'partis@maboite.example';
    const own = await givenLogin(portal, { address: shared });
    const personId = await onFile({ accountId: own.id });
    const other = await givenLogin(portal, {
      addressless: true,
      names: [['Ana', 'Roy']],
      contactEmail: shared,
    });
    await performRecovery(portal, 'requestPasswordReset', { identifier: shared });
    await portal.runDue();
    portal.clock.advance(1000);
    await performRecovery(portal, 'requestUsernameReminder', { address: shared });
    await portal.runDue();
    portal.clock.advance(minutes(3));
    const [reminder, reset] = await mailsOf(personId);
    await portal.parts.db.entities.query('update person set contact_email = null where account_id = $1', [
      other.id,
    ]);

    await again(reset?.id);
    expect(await tokensMailedTo(portal, shared)).toHaveLength(1);
    await portal.parts.db.entities.query(
      "update account_address set address = 'autre@x.example', normalized = 'autre@x.example' where account_id = $1",
      [own.id],
    );
    portal.clock.advance(minutes(3));

    for (const mail of [reminder, reset])
      expect(await again(mail?.id)).toMatchObject({
        __typename: 'MailNotResendable',
        why: 'ADDRESS_CHANGED',
        message:
          'Ce courriel ne peut plus être envoyé de nouveau\u00A0: son adresse n’est plus celle du compte.',
      });
  });
});

describe('the warning that second factors are to be taken off (A13, A15)', () => {
  it('is sent again to every address with a fresh link, and gives nobody more time', async () => {
    const { account } = await givenProtected(portal);
    const personId = await onFile({ accountId: account.id });
    const other = `autre-${account.address}`;
    await portal.parts.db.entities.query(
      `insert into account_address (id, account_id, address, normalized, is_primary, added_at, verified_at)
       values (gen_random_uuid(), $1, $2, $2, false, now(), now())`,
      [account.id, other],
    );
    const linkTo = async (address: string): Promise<string> => {
      await portal.runDue();
      return /#contest=([\w-]+)/.exec(portal.mailbox.lastTo(address).text)?.[1] ?? '';
    };
    const input = { personId, identityCheck: 'Permis comparé' };
    await performFactor(portal, 'resetSecondFactors', input, office.asked);
    const old = await linkTo(account.address);
    portal.clock.advance(minutes(3));
    const mails = await mailsOf(personId);

    expect((await again(mails[0]?.id)).__typename).toBe('ResendMailSuccess');
    expect((await again(mails[1]?.id)).__typename).toBe('TooManyAttempts');

    const fresh = await linkTo(account.address);
    expect(await linkTo(other)).toBe(fresh);
    expect(fresh).not.toBe(old);
    const contest = (token: string) => performFactor(portal, 'contestSecondFactorReset', { token });
    expect((await contest(old)).__typename).toBe('ConfirmationTokenReplaced');
    portal.clock.advance(hours(24) - minutes(3) - 1000);
    expect((await contest(fresh)).__typename).toBe('ContestSecondFactorResetSuccess');
    office = await givenOffice(portal, { role: StaffRole.ADMIN });
    expect(await again(mails[0]?.id)).toMatchObject({ __typename: 'MailNotResendable', why: 'OVER' });
    await begin(portal, account.address);
  });
});

describe('mails about an invitation that another account wants to accept (B5, A15)', () => {
  it('are sent again with a fresh link each, which lives no longer than the first', async () => {
    const { id } = portal.world.aqpm.association;
    const verify = { invitationMismatch: 'VERIFY' } as const;
    await portal.parts.db.transaction(tx => tx.update(AssociationEntity, { id }, verify));
    const person = await onFile({ givenName: 'Jean', familyName: 'Tremblay' });
    const { code, address } = await givenCode(portal, office, { personId: person });
    const account = await givenAccount(portal, { associationIds: [portal.world.aqpm.association.id] });
    const { accessToken: token } = await signedIn(portal, account.address);

    portal.clock.advance(1000);
    const pending = await performInvitation(portal, 'acceptInvitation', { code }, { token });
    expect(pending).toMatchObject({ next: { kind: 'CONFIRM_EMAIL', retryAfterSeconds: 120 } });
    const asked = await tokenOfInvitation(portal, address, 'confirmation');
    portal.clock.advance(minutes(3));
    expect((await again(await latestOf(person))).__typename).toBe('ResendMailSuccess');
    const askedAgain = await tokenOfInvitation(portal, address, 'confirmation');
    const confirm = (one: string) => performInvitation(portal, 'confirmInvitationAddress', { token: one });
    portal.clock.advance(1000);
    expect((await confirm(asked)).__typename).toBe('ConfirmationTokenReplaced');
    expect((await confirm(askedAgain)).__typename).toBe('ConfirmInvitationAddressSuccess');

    const told = await tokenOfInvitation(portal, address, 'dispute');
    const news = await latestOf(person);
    portal.clock.advance(minutes(3));
    expect((await again(news)).__typename).toBe('ResendMailSuccess');
    const toldAgain = await tokenOfInvitation(portal, address, 'dispute');
    expect(await tokenOfInvitation(portal, office.account.address, 'dispute')).toBe(toldAgain);
    const dispute = (one: string) => performInvitation(portal, 'disputeInvitation', { token: one });
    expect((await dispute(told)).__typename).toBe('ConfirmationTokenReplaced');
    expect((await dispute(toldAgain)).__typename).toBe('DisputeInvitationSuccess');
    portal.clock.advance(minutes(3));
    expect(await again(news)).toMatchObject({ __typename: 'MailNotResendable', why: 'OVER' });
  });
});

describe('a mail that did not leave (A15)', () => {
  it('says why in the language of the reader, without the mail server’s own words, and when it is tried again', async () => {
    const account = await givenAccount(portal, { associationIds: [portal.world.aqpm.association.id] });
    const personId = await onFile({ accountId: account.id });
    const { accessToken: token } = await signedIn(portal, account.address);
    await performRecovery(portal, 'requestPasswordReset', { identifier: account.address });
    await portal.runDue();
    const nextTryAt = new Date(portal.clock.now().getTime() + 30_000);
    await portal.parts.db.entities.query(
      "update mail set state = 'DEFERRED', last_fault = '452 4.2.2', next_try_at = $2 where account_id = $1",
      [account.id, nextTryAt],
    );

    expect(await mailsOf(personId, { ...office.asked, locale: 'en-CA' })).toMatchObject([
      {
        state: 'DEFERRED',
        faultLabel: 'The mailbox is full.',
        faultCode: '452 4.2.2',
        nextTryAt: nextTryAt.toISOString(),
      },
    ]);
    expect((await mailsOf(personId))[0]?.faultLabel).toBe('La boîte de courriel est pleine.');
    expect(await ownMails({ token, locale: 'en-CA' })).toMatchObject([
      { state: 'DEFERRED', faultLabel: 'The mailbox is full.', nextTryAt: nextTryAt.toISOString() },
    ]);

    await portal.parts.db.entities.query(
      "update mail set state = 'BOUNCED', last_fault = '550 5.1.1', settled_at = $2 where account_id = $1",
      [account.id, portal.clock.now()],
    );

    const bounced = {
      state: 'BOUNCED',
      faultLabel: 'Cette boîte de courriel n’existe pas ou ne sert plus.',
      nextTryAt: null,
    };
    for (const seen of [await mailsOf(personId), await ownMails({ token })])
      expect(seen).toMatchObject([bounced]);
  });
});

describe('whoever signs in without a confirmed address (A15)', () => {
  it('is told when the mail can be sent again', async () => {
    const account = await givenAccount(portal, { associationIds: [portal.world.aqpm.association.id] });
    const unverify = 'update account_address set verified_at = null where account_id = $1';
    const { accessToken: token } = await signedIn(portal, account.address);
    await portal.parts.db.entities.query(unverify, [account.id]);
    const signIn = async (): Promise<unknown> => {
      const input = { identifier: account.username, password: PASSWORD };
      return (await perform(portal, 'signIn', input)).next;
    };

    expect(await signIn()).toMatchObject({ kind: 'CONFIRM_EMAIL', retryAfterSeconds: 0 });
    await performAccount(portal, 'requestEmailConfirmation', {}, { token });
    portal.clock.advance(minutes(1));
    expect(await signIn()).toMatchObject({ kind: 'CONFIRM_EMAIL', retryAfterSeconds: 60 });
  });
});
