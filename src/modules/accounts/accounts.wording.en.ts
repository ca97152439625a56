export const accountsWordingEn = {
  SignInRefused:
    'We could not sign you in with these details. Check them, or choose one of the ways on below.',
  SessionEnded: 'Your session has ended. Please sign in again.',
  CurrentPasswordWrong: 'This is not your current password.',
  UsernameTaken:
    'Somebody already uses this username. Choose another one: letter case alone does not tell two apart.',
  AddressHasAccount: 'There is already an account with this e-mail address. Sign in to it to continue.',
  EmailAlreadyConfirmed: 'None of your addresses is waiting to be confirmed.',
  AccountHolderNotFound: 'Nobody on file here by this id has an account.',
  HolderHasRightsElsewhere:
    'This person also has staff rights where you have none, so you cannot do this for them. Ask a realm administrator, or whoever runs this service. Nothing was done.',
  EmailAddressNotFound: 'Your account does not have this address.',
  PrimaryAddressKept: 'Your mail goes to this address: make another one your primary address first.',
  EmailAddressUnverified: 'This address is not confirmed. Follow the link that was sent to it first.',
  TooManyAddresses:
    'An account has at most {most, number} addresses, those that wait to be confirmed included. Remove one first.',
  AccountsAlreadyOne: 'This is the account that you are signed in to: there is nothing to join.',
  AccountNotPersonal:
    'Only accounts of one person can be joined. One of the two is shared or belongs to an organization: write to us or call us.',
  LinkNeedsSecondFactor:
    'The other account is protected by a second factor. Add one to this account first, then try again.',
  ConfirmationTokenUnknown: 'This link cannot be used. Check that it was copied whole from the e-mail.',
  ConfirmationTokenUsed: 'This link has already been used, so there is nothing more to confirm.',
  ConfirmationTokenReplaced:
    'This link no longer works: a newer one was sent, or your account has changed since. Use the newest e-mail.',
  ConfirmationTokenExpired: 'This link has expired. Sign in to have a new one sent.',

  'AccountKind.INDIVIDUAL': 'One person',
  'AccountKind.JOINT': 'Two persons',
  'AccountKind.NON_PERSONAL': 'Organization, estate or trust',

  'PasswordRuleCode.MIN_LENGTH': 'Minimum length',
  'PasswordRuleCode.MAX_LENGTH': 'Maximum length',
  'PasswordRuleCode.UPPER': 'Upper-case letter',
  'PasswordRuleCode.LOWER': 'Lower-case letter',
  'PasswordRuleCode.DIGIT': 'Digit',
  'PasswordRuleCode.SPECIAL': 'Special character',
  'PasswordRuleCode.COMMON': 'Not a common password',
  'PasswordRuleCode.PERSONAL': 'None of your own words',

  'accounts.passwordRule.MIN_LENGTH': 'At least {minimum, number} characters',
  'accounts.passwordRule.MAX_LENGTH': 'At most {maximum, number} characters',
  'accounts.passwordRule.UPPER':
    'At least {minimum, plural, one {# upper-case letter} other {# upper-case letters}}',
  'accounts.passwordRule.LOWER':
    'At least {minimum, plural, one {# lower-case letter} other {# lower-case letters}}',
  'accounts.passwordRule.DIGIT': 'At least {minimum, plural, one {# digit} other {# digits}}',
  'accounts.passwordRule.SPECIAL':
    'At least {minimum, plural, one {# special character} other {# special characters}} (such as !@?&*)',
  'accounts.passwordRule.COMMON': 'Not a password or word that many people use',
  'accounts.passwordRule.PERSONAL': 'Without your name, username or e-mail address',

  'accounts.passwordFault.MIN_LENGTH': 'The password must have at least {minimum, number} characters.',
  'accounts.passwordFault.MAX_LENGTH': 'The password must have at most {maximum, number} characters.',
  'accounts.passwordFault.UPPER':
    'The password must have at least {minimum, plural, one {# upper-case letter} other {# upper-case letters}}.',
  'accounts.passwordFault.LOWER':
    'The password must have at least {minimum, plural, one {# lower-case letter} other {# lower-case letters}}.',
  'accounts.passwordFault.DIGIT':
    'The password must have at least {minimum, plural, one {# digit} other {# digits}}.',
  'accounts.passwordFault.SPECIAL':
    'The password must have at least {minimum, plural, one {# special character} other {# special characters}} (such as !@?&*).',
  'accounts.passwordFault.COMMON':
    'Too many people use this password, and it is tried first. Choose another one.',
  'accounts.passwordFault.PERSONAL': 'The password must not contain your name, username or e-mail address.',

  'accounts.usernameFault.REQUIRED': 'Choose a username.',
  'accounts.usernameFault.TOO_SHORT': 'A username has at least {min, number} characters.',
  'accounts.usernameFault.TOO_LONG': 'A username has at most {max, number} characters.',
  'accounts.usernameFault.UNSEEN': 'The username holds characters that cannot be seen. Type it again.',
  'accounts.usernameFault.SPACE_AT_EDGE': 'A username neither starts nor ends with a space.',
  'accounts.usernameFault.AT_SIGN':
    'A username does not contain @: that is how e-mail addresses are told apart.',
  'accounts.usernameFault.DIGITS_ONLY':
    'A username is not made of digits alone: that is how member numbers are told apart.',

  'accounts.addressFault.BAD_FORMAT': 'This is not an e-mail address. Write it like this: name@example.ca.',
  'accounts.addressFault.OWN': 'This is already your e-mail address.',

  'accounts.form.signIn.title': 'Sign in',
  'accounts.form.signIn.submit': 'Sign in',
  'accounts.form.identifier.USERNAME': 'Username, e-mail address or member number',
  'accounts.form.identifier.EMAIL': 'E-mail address or member number',
  'accounts.form.password': 'Password',
  'accounts.form.changePassword': 'Change my password',
  'accounts.form.currentPassword': 'Current password',
  'accounts.form.newPassword': 'New password',
  'accounts.form.newPassword.help': 'The password must meet each of these rules: {rules}.',
  'accounts.form.newPassword.repeat': 'Confirm the new password',
  'accounts.form.changeEmail': 'Change my e-mail address',
  'accounts.form.presentAddress': 'Present e-mail address',
  'accounts.form.presentAddress.readOnly': 'It stays yours until the new one is confirmed.',
  'accounts.form.newAddress': 'New e-mail address',
  'accounts.form.newAddress.help':
    'It takes the place of the present one once you have followed the link that will be sent there.',

  'accounts.form.addAddress': 'Add an e-mail address',
  'accounts.form.furtherAddress': 'Another e-mail address',
  'accounts.form.furtherAddress.help':
    'It will sign you in like the others once you have followed the link that will be sent to it.',
  'accounts.form.link': 'Join another of my accounts to this one',
  'accounts.form.link.submit': 'Join the two accounts',
  'accounts.form.link.identifier': 'Username, e-mail address or member number of the other account',
  'accounts.form.link.identifier.help':
    'Everything in the other account will move to this one, and the other one will be closed for good. Your current password stays the right one.',
  'accounts.form.link.password': 'Password of the other account',

  'accounts.mail.greeting': 'Hello,',
  'accounts.mail.link.label': 'Confirm this address',
  'accounts.mail.link.life': 'The link works once, for 24 hours.',
  'accounts.mail.link.ignore':
    'If you did not ask for this, do nothing: without confirmation, nothing changes.',
  'accounts.mail.notYou': 'If this was not you, write or call us right away: the contact details are below.',

  'accounts.mail.changeLink.subject': 'Confirm your new e-mail address',
  'accounts.mail.changeLink.text':
    'You asked to receive your mail, and to sign in, with this address from now on. Confirm that it is yours.',
  'accounts.mail.confirmationLink.subject': 'Confirm your e-mail address',
  'accounts.mail.confirmationLink.text':
    'Confirm that this address is yours, so that you can sign in with it.',

  'accounts.mail.changeRequested.subject': 'A change of your e-mail address was requested',
  'accounts.mail.changeRequested.text':
    'Somebody who is signed in to your account asked to replace this address with {newAddress}. Until that one is confirmed, nothing changes.',
  'accounts.mail.changeRequested.notYou':
    'If this was not you, change your password right away: the request is then void.',

  'accounts.mail.changed.subject': 'Your e-mail address was changed',
  'accounts.mail.changed.text':
    'Your account now uses {newAddress}. This address no longer receives its mail and no longer signs in.',

  'accounts.mail.taken.subject': 'Your e-mail address was given for another account',
  'accounts.mail.taken.text':
    'Somebody asked to use this address for another account. It already belongs to yours, so nothing has changed and nobody was told.',
  'accounts.mail.taken.advice':
    'If it was you, you have two accounts: sign in to the one that has this address, or ask us to help. If it was not you, there is nothing to do.',

  'accounts.mail.passwordChanged.subject': 'Your password was changed',
  'accounts.mail.passwordChanged.text':
    'The password of your account was just changed. Everywhere else, you were signed out.',

  'accounts.mail.sessionStolen.subject': 'One of your sessions was ended for your safety',
  'accounts.mail.sessionStolen.text':
    'A session of your account was used from two places in a way that should not happen, so we ended it. Your password was not used for this.',
  'accounts.mail.sessionStolen.advice':
    'Sign in again and change your password. If you notice anything else, contact us.',

  'accounts.mail.additionLink.subject': 'Confirm the address to add to your account',
  'accounts.mail.additionLink.text':
    'You asked to add this address to your account, so that you can sign in with it too. Confirm that it is yours.',
  'accounts.mail.additionRequested.subject': 'Somebody asked to add an address to your account',
  'accounts.mail.additionRequested.text':
    'Somebody who is signed in to your account asked to add {newAddress} to it. Nothing changes until it is confirmed.',
  'accounts.mail.added.subject': 'An address was added to your account',
  'accounts.mail.added.text':
    '{address} now signs you in like your other addresses, and can be used to choose a new password.',
  'accounts.mail.removed.subject': 'An address was removed from your account',
  'accounts.mail.removed.text':
    '{address} no longer signs in to your account, and no longer receives anything about it.',
  'accounts.mail.primaryChanged.subject': 'Your primary address was changed',
  'accounts.mail.primaryChanged.text':
    'Your mail now goes to {address}. All the confirmed addresses of your account still sign you in.',

  'accounts.mail.linked.subject': 'Your two accounts are now one',
  'accounts.mail.linked.text':
    'You had two accounts, and you joined them. Addresses, member numbers, memberships and roles are now in the same one, and whatever signed in to either of them signs in to it.',
  'accounts.mail.linked.password':
    '{named, select, yes {The password to use is that of the account {kept}.} other {The password to use is that of the account that you were signed in to.}} That of the other account no longer works.',
  'accounts.mail.linked.sessions': 'All your other sessions were ended.',
  'accounts.mail.linked.notYou':
    'If it was not you, somebody knows your passwords: write to us or call us right away, our contact details are below.',

  'accounts.import.email': 'This is not an e-mail address. Write it like name@example.ca.',
} as const;
