export const signOnWordingEn = {
  'signOn.realmPage.language': 'Language',
  'signOn.realmPage.title.INVITATION': 'Your invitation',
  'signOn.realmPage.title.PASSWORD_RESET': 'Your new password',
  'signOn.realmPage.title.EMAIL_CONFIRMATION': 'Confirming your e-mail address',
  'signOn.realmPage.title.RENEWAL': 'Your renewal',
  'signOn.realmPage.title.INVOICE': 'Your invoice',
  'signOn.realmPage.title.PREFERENCES': 'Your communication preferences',
  'signOn.realmPage.title.SIGNED_OUT': 'Signed out',
  'signOn.realmPage.absent':
    'The association that wrote to you does not have a page of its own for this yet.',
  'signOn.realmPage.unchanged':
    'Opening the link has changed nothing: neither it nor the code in your e-mail has been used.',
  'signOn.realmPage.stillGoodUntil':
    'The link, and the code if there is one, stay good until the deadline given in the e-mail.',
  'signOn.realmPage.stillGood': 'The link stays good.',
  'signOn.realmPage.todo': 'What to do',
  'signOn.realmPage.write':
    'Write to the association that sent you the e-mail: reply to it, or use the contact details at the bottom of it. They will tell you how to go on.',
  'signOn.realmPage.keepSecret':
    'Take the link and the code out of what you send: they are for you alone, and nobody needs them to help you.',
  'signOn.realmPage.signedOut.absent': 'Your association does not have a page of its own for this yet.',
  'signOn.realmPage.signedOut.unchanged':
    'This page is shown after a session has ended. It asks for nothing, and opening it changes nothing.',
  'signOn.realmPage.signedOut.return':
    'To come back, go by your association’s website. If you cannot find the way, write to the association.',
  'signOn.page.realm': 'Sign-in service of the associations',
  'signOn.page.optional': '(optional)',
  'signOn.page.correct': 'Some answers must be corrected.',
  'signOn.page.back': 'Back to signing in',
  'signOn.signIn.forSite':
    'You are signing in with {site}. Your password is given here only: the website never sees it.',
  'signOn.signIn.leave': 'Go back to {site} without signing in',
  'signOn.signIn.waysOn': 'Ways to go on',
  'signOn.factor.title': 'One more proof that it is you',
  'signOn.factor.none':
    'Your account asks for a second proof that cannot be given on this page. Write to your association for help.',
  'signOn.newPassword.link': 'Code of the link in the e-mail',
  'signOn.newPassword.link.help':
    'It is filled in when you open the link. Otherwise copy here what stands after “#token=” in the link.',
  'signOn.newPassword.go': 'Continue',
  'signOn.newPassword.done.title': 'Your password is set',
  'signOn.newPassword.done.said':
    'All your sessions have ended. Sign in with the new password on your association’s website.',
  'signOn.newPassword.repeat': 'The two passwords are not the same.',
  'signOn.invitation.code': 'Invitation code',
  'signOn.invitation.code.help':
    'It is filled in when you open the link. Otherwise copy here the code, or the whole link, of the e-mail that you received.',
  'signOn.invitation.unchanged':
    'Opening this page changes nothing: the invitation is used only once you accept it.',
  'signOn.invitation.otherLink':
    'If you followed another link, such as “It was not me”, reply to the e-mail instead: the association will see to it.',
  'signOn.invitation.from': 'From: {association}',
  'signOn.invitation.to': 'For: {invitee}',
  'signOn.invitation.offers': 'What it gives you: {target}',
  'signOn.invitation.organization': 'Organization concerned: {organization}',
  'signOn.invitation.roles': '{count, plural, one {Role offered} other {Roles offered}}: {roles}',
  'signOn.invitation.documents': 'To read before you accept',
  'signOn.invitation.choose': 'Choose a language',
  'signOn.invitation.own.ask': 'I already have an account',
  'signOn.invitation.own.said':
    'Sign in to accept the invitation with your account. You are signed out again at once.',
  'signOn.invitation.own.back': 'Open a new account instead',
  'signOn.invitation.factor.title': 'Accept on your association’s website',
  'signOn.invitation.factor.said':
    'Your account asks for a second proof, which cannot be given on this page. Nothing has been accepted: sign in on your association’s website and use the same code there, or write to the association.',
  'signOn.invitation.opened.title': 'Your account is open',
  'signOn.invitation.opened.said': 'The invitation is accepted, and your address is confirmed.',
  'signOn.invitation.joined.title': 'The invitation is accepted',
  'signOn.invitation.joined.said': 'Your account has what the invitation gave you.',
  'signOn.invitation.goOn': 'To go on, sign in on the association’s website:',
  'signOn.invitation.confirm.title': 'One more confirmation',
  'signOn.invitation.confirm.said':
    'Your account does not have the address that received the invitation. An e-mail has just been sent to {maskedAddress}: the invitation is accepted once that is confirmed from there.',
  'signOn.invitation.fresh.submit': 'Send a fresh invitation',
  'signOn.invitation.fresh.title': 'A fresh invitation is on its way',
  'signOn.invitation.fresh.said': 'It was sent to {maskedAddress}. Use the code of that e-mail.',
  'signOn.over.title': 'Start again from the website',
  'signOn.over.said': 'This sign-in has expired or is finished already.',
  'signOn.over.todo': 'Go back to the website from which you came and choose “Sign in” there.',
  'signOn.fault.title': 'The website asked for something that cannot be done',
  'signOn.fault.said': 'You have not been signed in, and nothing has been changed.',
  'signOn.fault.todo':
    'Go back to the website and try again. If it happens again, tell the people who look after it.',
  'signOn.fault.reason': 'For them:',
  'signOn.signOut.title': 'Sign out?',
  'signOn.signOut.said':
    'This signs you out of every website that you entered from this browser with this sign-in.',
  'signOn.signOut.submit': 'Sign out',
  'signOn.signOut.stay': 'Stay signed in',
  'signOn.signedOut.title': 'You are signed out',
  'signOn.signedOut.said': 'Nobody is signed in in this browser any more.',
  'signOn.signedOut.todo': 'You can close this page.',
  'signOn.account.title': 'Your account',
  'signOn.account.said':
    'Everything that you hold, in every association. No website is shown this page: each one sees only what concerns it.',
  'signOn.account.signedOut':
    'You are not signed in in this browser. Sign in on your association’s website, then come back here.',
  'signOn.account.identifiers': 'You sign in with',
  'signOn.account.unverified': '{address} (not confirmed yet)',
  'signOn.account.memberships': 'Your memberships',
  'signOn.account.delegations': 'Organizations that you represent',
  'signOn.account.staff': 'Your roles on staff',
  'signOn.account.sessions': 'Where you are signed in',
  'signOn.account.session': '{site}, {device}, since {startedOn}, last used on {lastUsedOn}',
  'signOn.account.endSession': 'End this session',
  'signOn.account.none': 'None.',
} as const;
