import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { countStatements } from '../support/count-statements.ts';
import { openPortal, type Portal } from '../support/portal.ts';
import {
  codeMailedTo,
  givenOffice,
  INVITATION,
  issue,
  newAddress,
  perform,
  type InvitationSeen,
  type Office,
} from './operations.ts';

const LIST = `query ($filter: InvitationFilter!, $first: Int) {
  invitations(filter: $filter, first: $first) { nodes { ${INVITATION} } } }`;

describe('what staff see of the mail of an invitation (A15, B1)', () => {
  let portal: Portal;
  let office: Office;
  beforeAll(async () => {
    portal = await openPortal();
    office = await givenOffice(portal);
  });
  afterAll(() => portal.close());

  const invite = (more: object = {}): Promise<InvitationSeen> =>
    issue(portal, office, { givenName: 'Nadia', familyName: 'Benali', ...more });

  const mailTo = async (search: string, locale: 'fr-CA' | 'en-CA' = 'fr-CA') => {
    const { data } = await portal.graphql<{ invitations: { nodes: InvitationSeen[] } }>(
      LIST,
      { filter: { associationId: office.associationId, search } },
      { ...office.asked, locale },
    );
    return data.invitations.nodes[0]?.mail;
  };

  it('its subject as soon as it waits, and when it was put there', async () => {
    const { email } = await invite();

    expect(await mailTo(email)).toEqual({
      subject: 'Association québécoise de la production médiatique\u00A0: votre invitation',
      state: 'QUEUED',
      stateLabel: 'En attente d’envoi',
      queuedAt: portal.clock.now().toISOString(),
      settledAt: null,
    });
  });

  it('its subject in the language of the mail, its state in that of the page, and when it left', async () => {
    const { email } = await invite({ locale: 'EN_CA' });
    const queuedAt = portal.clock.now().toISOString();
    portal.clock.advance(5 * 60_000);

    const code = await codeMailedTo(portal, email);

    const mail = await mailTo(email, 'fr-CA');
    expect(mail).toEqual({
      subject: portal.mailbox.lastTo(email).subject,
      state: 'SENT',
      stateLabel: 'Envoyé',
      queuedAt,
      settledAt: portal.clock.now().toISOString(),
    });
    expect(mail?.subject).toContain('your invitation');
    expect((await mailTo(email, 'en-CA'))?.stateLabel).toBe('Sent');
    expect(JSON.stringify(mail)).not.toContain(code);
  });

  it('a subject before and after sending that is the same', async () => {
    const { email } = await invite();

    const waiting = await mailTo(email);
    await portal.runDue();

    expect((await mailTo(email))?.subject).toBe(waiting?.subject);
    expect(portal.mailbox.lastTo(email).subject).toBe(waiting?.subject);
  });

  it('of a withdrawn invitation that its mail was cancelled, and when', async () => {
    const { id, email } = await invite();
    portal.clock.advance(60_000);

    await perform(portal, 'revokeInvitation', { invitationId: id }, office.asked);

    expect(await mailTo(email)).toMatchObject({
      subject: expect.stringContaining('votre invitation') as unknown,
      state: 'CANCELLED',
      settledAt: portal.clock.now().toISOString(),
    });
  });

  it('the newest mail, after another was sent', async () => {
    const { id, email, mail: first } = await invite();
    portal.clock.advance(60_000);

    await perform(portal, 'resendInvitation', { invitationId: id }, office.asked);

    expect(first?.state).toBe('QUEUED');
    expect(await mailTo(email)).toMatchObject({
      state: 'QUEUED',
      queuedAt: portal.clock.now().toISOString(),
    });
  });

  it('nothing once its row is gone', async () => {
    const { email } = await invite();
    await portal.parts.db.transaction(tx => tx.query('delete from mail where to_address = $1', [email]));

    expect(await mailTo(email)).toBeNull();
  });

  it('in one statement for a whole page', async () => {
    for (let i = 0; i < 4; i++) await invite({ email: newAddress(), familyName: `Page ${i}` });
    const ask = (first: number): Promise<number> =>
      countStatements(portal, () =>
        portal.graphql(
          `query ($filter: InvitationFilter!, $first: Int) {
            invitations(filter: $filter, first: $first) { nodes { email mail { subject state settledAt } } } }`,
          { filter: { associationId: office.associationId }, first },
          office.asked,
        ),
      );
    await ask(1);

    expect(await ask(6)).toBe(await ask(1));
  });

  it.each([
    ['too long', 'a'.repeat(101)],
    ['holding a NUL', 'a\0'],
  ])('no list at all for a search that is %s', async (_, search) => {
    const ask = (text: string) =>
      portal.graphql(LIST, { filter: { associationId: office.associationId, search: text } }, office.asked);

    expect((await ask(search)).errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect((await ask('a'.repeat(100))).errors).toEqual([]);
  });
});
