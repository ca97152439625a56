import { openUsernameReminder } from '@affilia/sdk/flows';
import { affilia } from './connect.js';
import { drawAskForMail } from './ask-for-mail.js';
import { openPage } from './page.js';

await openPage(({ realm }) => [drawAskForMail(realm.usernameReminderForm, openUsernameReminder(affilia))]);
