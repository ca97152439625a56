/** What the page of security says of addresses, beside what the service words itself. */
export const addressesEn = {
  title: 'Your e-mail addresses',
  explanation: 'Each confirmed address signs you in. Your mail goes to the primary address.',
  primary: 'Primary address',
  verified: 'Confirmed',
  unverified: 'Not confirmed',
  pending: 'Waiting: follow the link in the mail that was sent to it.',
  makePrimary: 'Make it the primary address',
  makePrimaryNamed: address => `Make ${address} the primary address`,
  madePrimary: address => `Your mail now goes to ${address}.`,
  remove: 'Remove',
  removeNamed: address => `Remove ${address}`,
  removed: address => `${address} was removed.`,
  linked: 'Your two accounts are now one.',
  oneMoreStep: 'One more step for the other account',
  proveOther: 'The other account has a second factor. Show that you have it.',
  noCodes: 'The other account has a passkey that this page cannot ask for. We can help you.',
};
