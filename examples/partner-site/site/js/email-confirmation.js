import { affilia, words } from './connect.js';
import { drawLetter } from './draw-letter.js';
import { h } from './element.js';
import { heldSecret, reloadForNewSecret } from './held-secret.js';
import { openPage } from './page.js';

/** What a mailed link is for, by its name in the fragment: the words, and the act of the button. */
const LETTERS = {
  token: { say: words.letters.email, act: token => affilia.accounts.confirmEmail({ token }) },
  contest: { say: words.letters.contest, act: token => affilia.secondFactors.contestReset({ token }) },
  'contest-address': {
    say: words.lostAddress.letter,
    act: token => affilia.recovery.contestAddressReplacement({ token }),
  },
};
const names = Object.keys(LETTERS);

reloadForNewSecret(...names);

await openPage(() => {
  const held = heldSecret(...names);
  if (held === null) return [h('p', {}, words.letters.email.noToken)];
  const { say, act } = LETTERS[held.name];
  return [drawLetter({ say, act: () => act(held.secret) })];
});
