import { affilia, words } from './connect.js';
import { drawLetter } from './draw-letter.js';
import { h } from './element.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';

reloadForNewSecret('token', 'contest');

await openPage(() => {
  const held = heldSecret('token', 'contest');
  if (held === null) return [h('p', {}, words.letters.email.noToken)];
  const token = held.secret;
  if (held.name === 'contest')
    return [
      drawLetter({ say: words.letters.contest, act: () => affilia.secondFactors.contestReset({ token }) }),
    ];
  return [drawLetter({ say: words.letters.email, act: () => affilia.accounts.confirmEmail({ token }) })];
});
