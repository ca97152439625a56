import assert = require('node:assert/strict');
import sdk = require('@affilia/sdk');
import modules = require('@affilia/sdk/accounts');
import flows = require('@affilia/sdk/flows');
import invitationModule = require('@affilia/sdk/invitations');
import testing = require('@affilia/sdk/testing');

async function run(): Promise<void> {
  const portal = testing.createFakePortal();
  portal.answer('Viewer', { viewer: null });
  portal.failOnce('InvitationPreview', { code: 'FORBIDDEN' });

  const affilia = sdk.createAffilia({
    endpoint: 'https://portal.test/graphql',
    clientKey: 'affilia_pk_test_consumer',
    locale: 'en-CA',
    fetch: portal.fetch,
    use: { accounts: modules.accounts, invitations: invitationModule.invitations },
  });

  const viewer: null | { readonly account: { readonly id: string } } = await affilia.accounts.viewer();
  assert.equal(viewer, null);
  const flow = await flows.openInvitation(affilia, { code: '8e5f9b1c-efcd-432b' });
  // One class, whichever entry it comes from.
  assert.ok(flow.snapshot().error instanceof sdk.AffiliaError);
}

void run();
