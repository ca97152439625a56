import assert from 'node:assert/strict';
import { AffiliaError, createAffilia } from '@affilia/sdk';
import { accounts } from '@affilia/sdk/accounts';
import { invitations } from '@affilia/sdk/invitations';
import { openInvitation } from '@affilia/sdk/flows';
import { delegateRoleLabels, labelOf } from '@affilia/sdk/labels';
import { createFakePortal } from '@affilia/sdk/testing';
import documents from '@affilia/sdk/documents.json' with { type: 'json' };

const portal = createFakePortal();
portal.answer('Viewer', { viewer: null });
portal.failOnce('InvitationPreview', { code: 'FORBIDDEN' });

const affilia = createAffilia({
  endpoint: 'https://portal.test/graphql',
  clientKey: 'affilia_pk_test_consumer',
  locale: 'fr-CA',
  fetch: portal.fetch,
  use: { accounts, invitations },
});

const viewer: null | { readonly account: { readonly id: string } } = await affilia.accounts.viewer();
assert.equal(viewer, null);
const flow = await openInvitation(affilia, { code: '8e5f9b1c-efcd-432b' });
assert.ok(flow.snapshot().error instanceof AffiliaError);
assert.equal(labelOf(delegateRoleLabels, 'NEWER', 'fr-CA'), 'NEWER');
assert.ok(Object.keys(documents).every(id => id.startsWith('sha256:')));
