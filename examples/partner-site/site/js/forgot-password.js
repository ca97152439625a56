import { openPasswordReset } from '@affilia/sdk/flows';
import { affilia } from './connect.js';
import { drawAskForMail } from './ask-for-mail.js';
import { openPage } from './page.js';

await openPage(async ({ realm }) => {
  const flow = await openPasswordReset(affilia, { token: null });
  return [drawAskForMail(realm.passwordResetForm, flow)];
});
