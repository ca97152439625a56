export const lostAddressWordingEn = {
  OwnAddressKept: 'This is your own account. Change your address yourself, or ask another administrator.',
  AddressReplacementOpen:
    'Another new address was asked for already, or the present one has changed since. Withdraw that request first.',
  AddressReplacementNotFound: 'No replacement of this address is waiting any more.',

  'lostAddress.addressFault.SAME': 'The account has this address already.',
  'lostAddress.addressFault.TAKEN':
    'Another account signs in with this address. If both are the same person’s, they join them after signing in.',

  'lostAddress.mail.greeting': 'Hello,',
  'lostAddress.mail.asked.subject': 'We were asked to replace the address of your account',
  'lostAddress.mail.asked.text':
    'We were told that you can no longer read the mail of this address. On {when}, {newAddress} will take the place of your account’s main address, and all your sessions will end. It will be sooner if a second member of our team has checked who asked.',
  'lostAddress.mail.asked.notYou': 'If this was not you, stop everything now:',
  'lostAddress.mail.asked.label': 'Keep my address',
  'lostAddress.mail.asked.ignore': 'If it was you, there is nothing else to do but wait.',
  'lostAddress.mail.announced.subject': 'This address will be the one of your account',
  'lostAddress.mail.announced.text':
    'You told our team that you can no longer read the mail of your address. On {when}, this one, {newAddress}, will take its place, and all your sessions will end. It will be sooner if a second member of our team has checked who asked.',
  'lostAddress.mail.announced.after':
    'We will then write to you here again, with a link that confirms this address. Until then your account stays as it is.',
  'lostAddress.mail.announced.notYou':
    'If you asked for nothing, somebody made a mistake: write to us or call us. Our contact details are below.',
  'lostAddress.mail.done.subject': 'The address of your account was replaced',
  'lostAddress.mail.done.text':
    'The main address of your account is now {newAddress}. All your sessions have ended, and the links that we had mailed to you no longer work.',
  'lostAddress.mail.done.advice':
    'Confirm the new address by the link that was mailed to it. If you do not know your password, choose “First access or forgotten password” where you sign in, and type the new address.',
  'lostAddress.mail.done.notYou':
    'If you did not ask our team for this, call us without delay. Our contact details are below.',
  'lostAddress.mail.stopped.subject': 'The address of your account stays as it is',
  'lostAddress.mail.stopped.text':
    '{why, select, CONTESTED {Somebody who reads your mail or is signed in to your account said that they had not asked for it: {newAddress} does not become your address.} WITHDRAWN {Our team withdrew the request: {newAddress} does not become your address.} other {The request could not be carried out, because another account has the address or because yours has changed since: {newAddress} does not become your address.}}',
  'lostAddress.mail.stopped.advice':
    'If you do need another address, write to us or call us. Our contact details are below.',
  'lostAddress.mail.notReplaced.subject': 'An address that you wanted to replace stays as it is',
  'lostAddress.mail.notReplaced.text':
    '{why, select, CONTESTED {You had asked for {newAddress} as the new address of somebody’s account. The person says that they did not ask for it: their address stays.} WITHDRAWN {You had asked for {newAddress} as the new address of somebody’s account. Another administrator withdrew it: the address stays.} other {You had asked for {newAddress} as the new address of somebody’s account. When it was due, another account had that address, or the old one had changed: the address stays.}}',
  'lostAddress.mail.notReplaced.advice':
    'Before anything else, call the person at the number on file: somebody may have posed as them.',
} as const;
