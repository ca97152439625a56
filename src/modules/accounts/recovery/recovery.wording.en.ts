export const recoveryWordingEn = {
  PasswordResetTokenUnknown:
    'This link cannot be used. Check that it was copied whole from the e-mail, or ask for a new one.',
  PasswordResetTokenUsed:
    'This link has already been used: the password it was for is set. If you do not know it, ask for a new link.',
  PasswordResetTokenReplaced:
    'This link no longer works: a newer one was sent, or your account has changed since. Use the newest e-mail, or ask for a new link.',
  PasswordResetTokenExpired: 'This link has expired. Ask for a new one.',

  'accounts.recovery.asked':
    'If what you typed is right, an e-mail is on its way to the address on file. It can take up to 30 minutes to arrive: look in your junk mail too. If nothing has come, you can have it sent again in {minutes, plural, one {# minute} other {# minutes}}.',
  'accounts.recovery.hours': '{hours, plural, one {# hour} other {# hours}}',
  'accounts.recovery.minutes': '{minutes, plural, one {# minute} other {# minutes}}',

  'accounts.recovery.greeting.first':
    'Welcome! This is your first access. Choose the password with which you will sign in from now on.',
  'accounts.recovery.greeting.forgotten':
    'Choose a new password. Wherever you are signed in, you will be signed out.',

  'accounts.recovery.form.reset.title': 'First access or forgotten password',
  'accounts.recovery.form.reset.submit': 'Send me a link',
  'accounts.recovery.form.reset.help':
    'We will send a link to the e-mail address on file. With it you choose your password.',
  'accounts.recovery.form.reminder.title': 'Forgotten username',
  'accounts.recovery.form.reminder.submit': 'Send me my username',
  'accounts.recovery.form.reminder.help':
    'Individual and joint accounts receive their username and member numbers. For the account of an organization, estate, trust or mandate, we send the telephone numbers of customer service.',
  'accounts.recovery.form.address': 'E-mail address',
  'accounts.recovery.form.givenName': 'Given name',
  'accounts.recovery.form.familyName': 'Family name',
  'accounts.recovery.form.new.title.first': 'Choose your password',
  'accounts.recovery.form.new.title.forgotten': 'Choose a new password',
  'accounts.recovery.form.new.submit': 'Save my password',

  'accounts.recovery.mail.subject.PASSWORD_RESET': 'About your password',
  'accounts.recovery.mail.subject.USERNAME_REMINDER': 'About your username',
  'accounts.recovery.mail.account': 'Account: {account}',
  'accounts.recovery.mail.notYou':
    'If you did not ask for this, there is nothing to do: nothing has changed.',

  'accounts.recovery.mail.link.subject.first': 'Your first access',
  'accounts.recovery.mail.link.subject.forgotten': 'Choose a new password',
  'accounts.recovery.mail.link.text.first':
    'Welcome! Your account is ready. Choose the password with which you will sign in from now on.',
  'accounts.recovery.mail.link.text.forgotten':
    'Somebody, most likely you, asked for a new password for your account. Choose it here.',
  'accounts.recovery.mail.link.label': 'Choose my password',
  'accounts.recovery.mail.link.life':
    'The link works once, for {life}. If you ask for another one, only the newest works.',
  'accounts.recovery.mail.link.ignore':
    'If you did not ask for this, do nothing: nobody can use the link without this e-mail, and nothing has changed.',

  'accounts.recovery.mail.namesDiffer.text':
    'Somebody, perhaps you, asked for access to your account. The names that were given are not those on file, so we are sending no more than this.',
  'accounts.recovery.mail.namesDiffer.advice':
    'Start again with the given name and the family name under which you are registered, or ask us to help: the contact details are below.',
  'accounts.recovery.mail.namesMissing.text':
    'Somebody, perhaps you, asked for access to your account. One of the associations where you are on file also asks for your given name and family name: start again here and give both.',
  'accounts.recovery.mail.namesMissing.label': 'Start again',
  'accounts.recovery.mail.callUs.NOT_SERVED':
    'Somebody, perhaps you, asked for access to your account. It cannot be opened online at the moment.',
  'accounts.recovery.mail.callUs.NO_NAMES':
    'Somebody, perhaps you, asked for access to your account. We cannot check online the names that are needed for it.',
  'accounts.recovery.mail.callUs.NON_PERSONAL':
    'Somebody, perhaps you, asked for the username of an account of an organization, estate, trust or mandate. We give it by telephone only.',
  'accounts.recovery.mail.callUs.call': 'Call customer service: {phones}.',
  'accounts.recovery.mail.callUs.write': 'Write to customer service: {email}.',
  'accounts.recovery.mail.noAccount.text':
    'Somebody, perhaps you, typed this address to get into an account. No account uses it.',
  'accounts.recovery.mail.noAccount.advice':
    'If it was you, try another of your addresses, your username or your member number, or ask us to help: the contact details are below. If it was not you, there is nothing to do.',
  'accounts.recovery.mail.noAccount.reason':
    'You are receiving this message because somebody typed your address on the site of {sender}. We will delete it within three days.',

  'accounts.recovery.mail.reminder.subject': 'Your username',
  'accounts.recovery.mail.reminder.text': 'You asked what you sign in with. Any of these will do:',
  'accounts.recovery.mail.reminder.username': 'Username',
  'accounts.recovery.mail.reminder.memberNumber': 'Member number ({association})',
  'accounts.recovery.mail.reminder.nothing':
    'This account has no username yet. Choose its password first: on the sign-in page, take “First access or forgotten password”.',
  'accounts.recovery.mail.reminder.password':
    'If you have also forgotten your password, or have never had one, take “First access or forgotten password” on the sign-in page.',

  'accounts.recovery.mail.set.subject.first': 'Your password is set',
  'accounts.recovery.mail.set.subject.forgotten': 'Your password was changed',
  'accounts.recovery.mail.set.text.first':
    'The first password of your account has just been chosen. You can sign in with it.',
  'accounts.recovery.mail.set.text.forgotten':
    'A new password for your account has just been chosen with a link from your e-mail. Wherever you were signed in, you have been signed out.',
} as const;
