import { beforeAll, describe, expect, it } from '@jest/globals';
import { toPublicId } from '../../src/kernel/id.ts';
import { givenDelegations, givenOrganization, givenPerson } from '../support/given/membership-world.ts';
import type { Portal } from '../support/portal.ts';
import {
  givenCode,
  givenOffice,
  issue,
  newAccountInput,
  newAddress,
  newcomer,
  perform,
  refusedInBoth,
  type Office,
  type Result,
} from './operations.ts';

/** What is done about an invitation that was issued. Days go by in it, which end the session of `office`. */
export function describeSendingAgain(
  given: () => { readonly portal: Portal; readonly office: Office },
): void {
  describe('afterwards', () => {
    let portal: Portal;
    let office: Office;
    beforeAll(() => {
      ({ portal, office } = given());
    });

    it('sending again rotates the code, moves the expiry and drops the mail that had not left', async () => {
      const address = newAddress();
      const invitation = await issue(portal, office, newcomer({ email: address }));
      portal.clock.advance(2 * 86_400_000);
      office = await givenOffice(portal);

      const resent = await perform(portal, 'resendInvitation', { invitationId: invitation.id }, office.asked);
      await portal.runDue();

      expect(resent).toMatchObject({
        __typename: 'ResendInvitationSuccess',
        invitation: { state: 'PENDING', expiresAt: '2026-12-25T04:59:59.999Z', mail: { state: 'QUEUED' } },
      });
      expect(portal.mailbox.to(address)).toHaveLength(1);
      const states = await portal.parts.db.entities.query<{ state: string; empty: boolean }[]>(
        `select state, sealed_secret is null as empty from mail where to_address = $1 order by queued_at`,
        [address],
      );
      expect(states).toEqual([
        { state: 'CANCELLED', empty: true },
        { state: 'SENT', empty: true },
      ]);
    });

    it('what is settled is not sent again, and what is not theirs is not found', async () => {
      const resend = (invitationId: string, by = office): Promise<Result> =>
        refusedInBoth(locale =>
          perform(portal, 'resendInvitation', { invitationId }, { ...by.asked, locale }),
        );
      const revoke = (invitationId: string, by = office): Promise<Result> =>
        refusedInBoth(locale =>
          perform(portal, 'revokeInvitation', { invitationId }, { ...by.asked, locale }),
        );
      const used = await givenCode(portal, office);
      const declined = await givenCode(portal, office);
      const revoked = await givenCode(portal, office);
      await perform(portal, 'acceptInvitationWithNewAccount', newAccountInput(portal, used.code));
      await perform(portal, 'declineInvitation', { code: declined.code });
      const first = await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
      const second = await perform(portal, 'revokeInvitation', { invitationId: revoked.id }, office.asked);
      const acps = await givenOffice(portal, { body: portal.world.acps });

      expect([first, second].map(answer => answer.invitation.state)).toEqual(['REVOKED', 'REVOKED']);
      expect(await resend(used.id)).toMatchObject({ __typename: 'InvitationUsed' });
      expect(await resend(declined.id)).toMatchObject({ __typename: 'InvitationDeclined' });
      expect(await resend(revoked.id)).toMatchObject({ __typename: 'InvitationWithdrawn' });
      expect(await revoke(used.id)).toMatchObject({ __typename: 'InvitationUsed' });
      expect(await revoke(declined.id)).toMatchObject({ __typename: 'InvitationDeclined' });
      const notFound = await resend('inv_rien');
      expect(notFound).toMatchObject({
        __typename: 'InvitationNotFound',
        message: 'Cette invitation n’existe pas.',
      });
      expect(await resend(used.id, acps)).toEqual(notFound);
      expect(await revoke(used.id, acps)).toEqual(notFound);
      expect(await resend('')).toMatchObject({ __typename: 'InvalidInput' });
      expect(await revoke('')).toMatchObject({ __typename: 'InvalidInput' });
    });

    it('what somebody else has meanwhile is not sent again', async () => {
      const organization = await givenOrganization(portal);
      const organizationId = toPublicId('Organization', organization.id);
      const { id } = await givenCode(portal, office, { organizationId, roles: ['PRINCIPAL'] });
      await givenDelegations(portal, organization, await givenPerson(portal), 'PRINCIPAL');

      const refusal = await refusedInBoth(locale =>
        perform(portal, 'resendInvitation', { invitationId: id }, { ...office.asked, locale }),
      );

      expect(refusal).toMatchObject({ __typename: 'InvitationTargetTaken' });
    });

    it('a second send with the same key sends nothing more', async () => {
      const { id, address } = await givenCode(portal, office);
      const other = await givenCode(portal, office);
      const input = { invitationId: id, idempotencyKey: 'renvoyer' };

      await Promise.all(
        Array.from({ length: 10 }, () => perform(portal, 'resendInvitation', input, office.asked)),
      );
      await portal.runDue();
      const reused = await refusedInBoth(locale =>
        perform(
          portal,
          'resendInvitation',
          { ...input, invitationId: other.id },
          { ...office.asked, locale },
        ),
      );

      expect(portal.mailbox.to(address)).toHaveLength(2);
      expect(reused).toMatchObject({ __typename: 'IdempotencyKeyReused' });
    });
  });
}
