import { affilia } from './connect.js';
import { drawAskForMail } from './ask-for-mail.js';
import { openPage } from './page.js';

await openPage(({ realm }) => [
  drawAskForMail(realm.passwordResetForm, input => affilia.recovery.requestPasswordReset(input)),
]);
