import { contestAgain } from '../contest-again.ts';
import { ADDRESS_REPLACEMENT_CONTEST } from './ask-address-replacement.ts';
import { addressReplacementAsked } from './lost-address.mails.ts';
import { holdOpenReplacement } from './open-replacement.ts';

export const sendReplacementAgain = contestAgain({
  letter: addressReplacementAsked,
  purpose: ADDRESS_REPLACEMENT_CONTEST,
  openActOf: holdOpenReplacement,
});
