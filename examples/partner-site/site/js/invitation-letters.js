import { affilia, words } from './connect.js';
import { drawLetter } from './draw-letter.js';

/** To the invited address: may the account with another address accept? */
export const drawAddressConfirmation = token =>
  drawLetter({
    say: words.letters.confirmation,
    act: () => affilia.invitations.confirmAddress({ token }),
  });

/** « Ce n’est pas moi ». */
export const drawDispute = token =>
  drawLetter({ say: words.letters.dispute, act: () => affilia.invitations.dispute({ token }) });
