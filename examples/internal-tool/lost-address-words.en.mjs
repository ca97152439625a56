/** @type {import('./lost-address-words.fr.mjs').LostAddressWords} */
export const lostAddressEn = {
  title: name => `Replace the address of ${name}`,
  way: 'Replace the address of the account (lost mailbox)',
  intro:
    'This page is for somebody who can no longer read the mail of their account’s address. First make sure that it is really they.',
  steps: [
    'The person is told at each of their addresses, with a link to say no, and at the new one.',
    'The new address takes the place of the old one 72 hours later, unless somebody says no. All of the person’s sessions then end, and a link mailed to the new address confirms it.',
    'It is immediate if a second administrator asks for the same address, after a check of their own, and both of you have had that role for at least 72 hours.',
  ],
  waiting: 'Request that waits',
  newAddress: 'New address',
  newAddressHelp: 'Have it spelled, and read it back to the person.',
  askedOn: 'Made on',
  takesEffect: 'Takes effect on',
  byYou:
    'You have made this request. Making it again changes nothing: ask another administrator if it is urgent.',
  byAnother:
    'Another administrator has made this request. If you ask for the same address, after a check of your own, it takes the place of the old one at once, unless one of you is new in the role.',
  withdraw: 'Withdraw the request',
  withdrawn: 'The request is withdrawn: the address stays as it is. Everybody has been told.',
  notWithdrawn: 'The request was not withdrawn.',
  check: 'How did you make sure who they are?',
  checkHelp:
    'What you compared, and with what. For example: driver’s licence shown in a video call, compared with the file. 500 characters at most.',
  submit: 'Ask for the replacement',
  approve: 'Approve, and replace it now',
  waits: moment =>
    `The request is on record, and the person has been told. The new address will take the place of the old one on ${moment}, unless somebody says no.`,
  done: 'The new address has taken the place of the old one, and all sessions have ended. A link mailed to the new address confirms it.',
  toPerson: 'Back to the record',
};
