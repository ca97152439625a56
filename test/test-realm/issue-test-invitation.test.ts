import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import type { AssociationEntity } from '../../src/modules/associations/index.ts';
import {
  codeMailedTo,
  newAddress,
  newAccountInput,
  perform as answer,
  preview,
} from '../invitations/operations.ts';
import { givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import { openPortal, type Asked, type Portal } from '../support/portal.ts';
import { perform, send, type TestRealmResult } from './operations.ts';

let portal: Portal;
let tool: Asked;
beforeAll(async () => {
  portal = await openPortal();
  tool = { clientKey: portal.world.aqpm.toolKey };
});
afterAll(() => portal.close());

const idOf = ({ id }: AssociationEntity): string => toPublicId('Association', id);
const draftOf = (more: object = {}): { email: string } => ({
  email: newAddress(),
  ...{ locale: 'FR_CA', givenName: 'Ève', familyName: 'Essai' },
  ...more,
});
const invite = (invitation: object, more: object = {}, asked = tool): Promise<TestRealmResult> =>
  perform(
    portal,
    'issueTestInvitation',
    { associationId: idOf(portal.world.aqpm.association), invitation, ...more },
    asked,
  );

describe('an invitation that a partner’s test issues', () => {
  it('is answered with its code, which opens an account as any other does', async () => {
    const { __typename, code, invitation } = await invite(draftOf());

    expect(__typename).toBe('IssueTestInvitationSuccess');
    expect(invitation).toMatchObject({
      state: 'PENDING',
      inviterName: null,
      invitee: { displayName: 'Ève Essai' },
    });
    expect((await preview(portal, code)).invitation.inviteeName).toBe('Ève Essai');
    const opened = await answer(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, code));
    expect(opened.__typename).toBe('AcceptInvitationWithNewAccountSuccess');
  });

  it('is mailed as usual, with the same code and no inviter', async () => {
    const draft = draftOf();

    const { code } = await invite(draft);

    expect(await codeMailedTo(portal, draft.email)).toBe(code);
    expect(portal.mailbox.lastTo(draft.email).text).not.toMatch(/null|undefined/);
  });

  it('leads wherever one of staff can: to an organization, to the staff', async () => {
    const { id: associationId } = portal.world.aqpm.association;
    const person = await givenPerson(portal, { associationId });
    const organization = await givenOrganization(portal, { associationId });

    const delegate = await invite({
      ...{ email: newAddress(), locale: 'EN_CA' },
      personId: toPublicId('Person', person.id),
      organizationId: toPublicId('Organization', organization.id),
      roles: ['PRINCIPAL'],
    });
    const staff = await invite(draftOf({ staffRole: 'ADMIN' }));

    expect([delegate.__typename, staff.__typename]).toEqual(Array(2).fill('IssueTestInvitationSuccess'));
  });

  it('can be for an institute below, which is not independent', async () => {
    const { icu, oppi } = portal.world;

    const result = await invite(draftOf(), { associationId: idOf(oppi) }, { clientKey: icu.toolKey });

    expect(result.__typename).toBe('IssueTestInvitationSuccess');
  });

  it('is issued once for one key, and its code is told again', async () => {
    const draft = draftOf();
    const more = { idempotencyKey: 'une-invitation' };

    const answers = await Promise.all([invite(draft, more), invite(draft, more)]);
    const later = await invite(draft, more);

    expect(answers).toEqual([later, later]);
    expect((await invite(draftOf(), more)).__typename).toBe('IdempotencyKeyReused');
  });

  it('is written down as what it was, and its code nowhere', async () => {
    const { code, invitation } = await invite(draftOf(), { idempotencyKey: 'nulle-part' });

    const entries = await portal.parts.db.entities.query<object[]>(
      `select account_id, after from audit_entry where act = 'issueTestInvitation'`,
    );
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(entry).toMatchObject({ account_id: null });
    expect(JSON.stringify(entries)).not.toContain(code);
    expect(invitation).not.toHaveProperty('code');
  });
});

describe('an invitation that is not issued', () => {
  it('says why, as a row of staff does, in both languages', async () => {
    const twice = draftOf();
    await invite(twice);

    const outcomes = [
      await invite(twice),
      await invite(draftOf({ email: 'personne' })),
      await invite({ email: newAddress(), locale: 'FR_CA' }),
      await invite(draftOf({ organizationId: 'org_1111111111111111111111', roles: ['DUES'] })),
    ];

    expect(outcomes.map(({ __typename, outcome }) => [__typename, outcome])).toEqual([
      ['InvitationNotIssued', 'ALREADY_INVITED'],
      ['InvitationNotIssued', 'BAD_ADDRESS'],
      ['InvitationNotIssued', 'INCOMPLETE'],
      ['InvitationNotIssued', 'NOT_FOUND'],
    ]);
    expect(outcomes[1]?.message).toBe('L’invitation n’a pas été envoyée. Adresse courriel non valide.');
    expect((await invite(draftOf({ email: 'nobody' }), {}, { ...tool, locale: 'en-CA' })).message).toBe(
      'The invitation was not sent. Not an e-mail address.',
    );
  });

  it.each([
    ['another tree', () => portal.world.icu.association],
    ['an independent body below', () => portal.world.pibc, () => portal.world.icu.toolKey],
  ])(
    'is one for %s: forbidden, as for one that does not exist',
    async (_, of, key = () => tool.clientKey!) => {
      const asked = { clientKey: key() };
      const ask = (associationId: string): ReturnType<typeof send> =>
        send(portal, 'issueTestInvitation', { associationId, invitation: draftOf() }, asked);

      const foreign = await ask(idOf(of()));
      const absent = await ask('ass_1111111111111111111111');

      expect(foreign.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
      expect(foreign.errors.map(({ message }) => message)).toEqual(
        absent.errors.map(({ message }) => message),
      );
    },
  );

  it('is one that a partner site asks for, whoever is signed in', async () => {
    const associationId = idOf(portal.world.aqpm.association);

    const { errors } = await send(
      portal,
      'issueTestInvitation',
      { associationId, invitation: draftOf() },
      {},
    );

    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });
});
