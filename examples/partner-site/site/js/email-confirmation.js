import { affilia, words } from './connect.js';
import { drawLetter } from './draw-letter.js';
import { h } from './element.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';

reloadForNewSecret('token');

await openPage(() => {
  const held = heldSecret('token');
  if (held === null) return [h('p', {}, words.letters.email.noToken)];
  const act = () => affilia.accounts.confirmEmail({ token: held.secret });
  return [drawLetter({ say: words.letters.email, act })];
});
