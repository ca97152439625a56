import { drawInvitation } from './draw-invitation.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { drawAddressConfirmation, drawDispute } from './invitation-letters.js';
import { openPage } from './page.js';

/** Three mails lead to this page; the fragment of the link tells which. */
const PANELS = { code: drawInvitation, confirmation: drawAddressConfirmation, dispute: drawDispute };

reloadForNewSecret(...Object.keys(PANELS));

await openPage(async ({ realm }) => {
  const { name, secret } = heldSecret(...Object.keys(PANELS)) ?? { name: 'code', secret: null };
  return [await PANELS[name](secret, realm)];
});
