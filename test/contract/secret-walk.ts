import { expect } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { AssociationEntity } from '../../src/modules/associations/index.ts';
import {
  codeMailedTo,
  givenMember,
  lapse,
  newAddress,
  tokenMailedTo,
  type Office,
} from '../invitations/operations.ts';
import {
  completing,
  givenPaperMember,
  rowsOf,
  send as sendCompletion,
  tokenIn,
  type Result as CompletionResult,
} from '../completion/operations.ts';
import { send as sendRecovery } from '../recovery/operations.ts';
import type { Asked, Portal } from '../support/portal.ts';
import type { Watch } from './watch.ts';

export const PASSWORDS = {
  chosen: 'Printemps-vert!2027',
  changed: 'Automne-rouge!2028',
  weak: 'neige-sans-majuscule',
  guessed: 'Devinette-fausse!1',
  recovered: 'Retour-permis!2029',
} as const;

/** Who walks, where, and under whose eyes. */
export interface Walker {
  readonly portal: Portal;
  readonly office: Office;
  readonly watch: Watch;
}

export const draftTo = (email: string): object => ({
  email,
  locale: 'FR_CA',
  givenName: 'Luc',
  familyName: `Essai ${email}`,
});

/** Invites somebody, twice with one key, and reads the code in the mail. */
async function invite({
  portal,
  office,
  watch,
}: Walker): Promise<{ id: string; address: string; code: string }> {
  const address = newAddress();
  const { associationId } = office;
  const input = { associationId, invitations: [draftTo(address)], idempotencyKey: address };
  const issued = await watch.invitation('issueInvitations', input, office.asked);
  expect(await watch.invitation('issueInvitations', input, office.asked)).toEqual(issued);
  const code = watch.keep('code', await codeMailedTo(portal, address));
  await watch.look();
  return { id: issued.rows[0]!.invitation.id, address, code };
}

const PREVIEW = `query ($code: String!) { invitationPreview(code: $code) {
  __typename ... on Problem { message }
  ... on InvitationPreviewSuccess { flow { forms { name fields { path label help value } } } invitation { email } }
} }`;

const preview = ({ portal, watch }: Walker, code: string): Promise<unknown> =>
  watch.call('invitationPreview', portal.graphql(PREVIEW, { code }));

/** From a code to an account; the address that was invited. */
export async function opensAnAccount(walker: Walker): Promise<string> {
  const { portal, watch } = walker;
  const { address, code } = await invite(walker);
  await preview(walker, code);
  await preview(walker, watch.keep('wrong code', '0123abcd-4567-89ef'));
  const opening = {
    code,
    username: 'marcheuse',
    password: PASSWORDS.chosen,
    locale: 'FR_CA',
    acceptedDocuments: portal.world.aqpm.documentIds.map(id =>
      toPublicId('AssociationDocument', id as never),
    ),
    idempotencyKey: 'ouvrir',
  };
  const open = async (more: object = {}): Promise<string> =>
    (await watch.invitation('acceptInvitationWithNewAccount', { ...opening, ...more })).__typename;

  await open({ password: PASSWORDS.weak });
  await open({ password: `${PASSWORDS.chosen}\0` });
  await open({ username: '' });
  await open({ acceptedDocuments: [] });
  expect(await open()).toBe('AcceptInvitationWithNewAccountSuccess');
  expect(await open()).toBe('AcceptInvitationWithNewAccountSuccess');
  await open({ password: PASSWORDS.changed });
  await preview(walker, code);
  return address;
}

/** Signs in, refreshes, has a token stolen, changes password and address, signs out. */
export async function livesWithIt({ portal, watch }: Walker, address: string): Promise<void> {
  const { chosen, changed, weak, guessed } = PASSWORDS;
  await watch.account('signIn', { identifier: 'marcheuse', password: guessed });
  await watch.account('signIn', { identifier: guessed, password: chosen });
  const { refreshToken } = (await watch.account('signIn', { identifier: 'marcheuse', password: chosen }))
    .session;
  await watch.account('refreshSession', { refreshToken });
  portal.clock.advance(60_000);
  expect((await watch.account('refreshSession', { refreshToken })).__typename).toBe('SessionEnded');

  const second = await watch.account('signIn', { identifier: address, password: chosen });
  const change = (currentPassword: string, newPassword: string) => {
    const token = second.session.accessToken;
    return watch.account('changePassword', { currentPassword, newPassword }, { token });
  };
  await change(guessed, changed);
  await change(chosen, weak);
  const { session } = await change(chosen, changed);
  await moves({ portal, watch }, session.accessToken);
  await watch.account('signOut', { refreshToken: session.refreshToken });
}

async function moves({ portal, watch }: Pick<Walker, 'portal' | 'watch'>, token: string): Promise<void> {
  const address = newAddress();
  const move = (currentPassword: string) => {
    const input = { newAddress: address, currentPassword, idempotencyKey: 'déménager' };
    return watch.account('requestEmailChange', input, { token });
  };
  const link = async (): Promise<string> => {
    await portal.runDue();
    return watch.keep('e-mail token', /#token=([\w-]+)/.exec(portal.mailbox.lastTo(address).text)![1]!);
  };
  await move(PASSWORDS.guessed);
  expect(await move(PASSWORDS.changed)).toEqual(await move(PASSWORDS.changed));
  const first = await link();
  expect((await watch.account('confirmEmail', { token: first })).__typename).toBe('ConfirmEmailSuccess');
  await watch.account('confirmEmail', { token: first });

  await portal.parts.db.transaction(tx =>
    tx.query('update account_address set verified_at = null where normalized = $1', [address]),
  );
  await watch.account('requestEmailConfirmation', { idempotencyKey: 'confirmer' }, { token });
  await watch.account('confirmEmail', { token: await link() });
}

/** Forgets the password, and gets another one by mail. */
export async function recovers({ portal, watch }: Walker): Promise<void> {
  const send = (name: Parameters<typeof sendRecovery>[1], input: object): Promise<unknown> =>
    watch.call(name, sendRecovery(portal, name, input));
  const { length } = portal.mailbox.mails;
  await send('requestPasswordReset', { identifier: 'marcheuse', idempotencyKey: 'oublier' });
  await portal.runDue();
  const mail = portal.mailbox.mails.slice(length).at(-1)!;
  const token = watch.keep('reset token', /#token=([\w-]+)/.exec(mail.text)![1]!);
  await watch.call(
    'passwordReset',
    portal.graphql('query ($token: String!) { passwordReset(token: $token) { __typename } }', { token }),
  );
  await send('resetPassword', { token, newPassword: PASSWORDS.weak });
  for (const idempotencyKey of ['choisir', 'choisir', 'encore'])
    await send('resetPassword', { token, newPassword: PASSWORDS.recovered, idempotencyKey });
  await watch.account('signIn', { identifier: 'marcheuse', password: PASSWORDS.recovered });
}

/** Everything else that becomes of an invitation, a mail that bounces included. */
export async function invitationsEnd(walker: Walker): Promise<void> {
  const { portal, office, watch } = walker;
  const declined = await invite(walker);
  await watch.invitation('declineInvitation', { code: declined.code });
  const resent = await invite(walker);
  const resending = { invitationId: resent.id, idempotencyKey: 'renvoyer' };
  await watch.invitation('resendInvitation', resending, office.asked);
  watch.keep('second code', await codeMailedTo(portal, resent.address));
  await preview(walker, resent.code);
  const withdrawn = await invite(walker);
  await watch.invitation('revokeInvitation', { invitationId: withdrawn.id }, office.asked);
  await acceptedByAnother(walker);

  await portal.runDue();
  portal.mailbox.refuseNext(550, 'no such user here');
  await expect(invite(walker)).rejects.toThrow('no mail to');
  const late = await invite(walker);
  lapse(portal);
  await watch.invitation('reissueExpiredInvitation', { code: late.code, idempotencyKey: 'encore' });
  watch.keep('fresh code', await codeMailedTo(portal, late.address));
  const broken = `{ invitationPreview(code: "${late.code}") { nothing } }`;
  await watch.call('a broken document', portal.graphql(broken));
}

/** Somebody without an address opens an account by a letter. */
export async function completesByLetter({ portal, office, watch }: Walker): Promise<void> {
  const { publicId, memberNumber } = await givenPaperMember(portal);
  const send = async (
    name: Parameters<typeof sendCompletion>[1],
    input: object,
    asked?: Asked,
  ): Promise<CompletionResult> => {
    const { data } = await watch.call(name, sendCompletion(portal, name, input, asked));
    return (data as Record<string, CompletionResult>)[name]!;
  };
  const listing = { associationId: office.associationId, personIds: [publicId], idempotencyKey: 'lettres' };
  const { csv } = await send('exportCompletionLinks', listing, office.asked);
  const token = watch.keep('completion token', tokenIn(rowsOf(csv)[0]?.['lien']));
  await send('exportCompletionLinks', listing, office.asked);
  const query = 'query ($token: String!) { completionLink(token: $token) { __typename } }';
  await watch.call('completionLink', portal.graphql(query, { token }));
  const complete = (more: object): Promise<CompletionResult> =>
    send(
      'completeFirstAccess',
      completing(portal, token, memberNumber, { password: PASSWORDS.chosen, ...more }),
    );
  await complete({ password: PASSWORDS.weak });
  await complete({ memberNumber: PASSWORDS.guessed });
  const opened = await complete({ idempotencyKey: 'ouvrir par lettre' });
  expect(opened.__typename).toBe('CompleteFirstAccessSuccess');
  watch.keep('access token', opened.session.accessToken);
  await watch.look();
}

async function acceptedByAnother(walker: Walker): Promise<void> {
  const { portal, watch } = walker;
  const { id } = portal.world.aqpm.association;
  await portal.parts.db.transaction(tx =>
    tx.update(AssociationEntity, { id }, { invitationMismatch: 'VERIFY' }),
  );
  const { code, address } = await invite(walker);
  const member = await givenMember(portal, newAddress());
  watch.keep('access token', member.asked.token!);
  await watch.invitation('acceptInvitation', { code, idempotencyKey: 'accepter' }, member.asked);
  const token = watch.keep('confirmation', await tokenMailedTo(portal, address, 'confirmation'));
  const confirmed = await watch.invitation('confirmInvitationAddress', { token });
  expect(confirmed.__typename).toBe('ConfirmInvitationAddressSuccess');
  const dispute = watch.keep('dispute', await tokenMailedTo(portal, address, 'dispute'));
  const disputed = await watch.invitation('disputeInvitation', { token: dispute });
  expect(disputed.__typename).toBe('DisputeInvitationSuccess');
}
