/** The pages of a person's own account, and what is said when a page fails. */
export const accountPagesWordingEn = {
  'signOn.account.manage': 'Change your account',
  'signOn.account.security': 'Password and second factors',
  'signOn.account.emails': 'Your e-mail addresses',
  'signOn.account.link': 'Join two accounts',
  'signOn.security.factors': 'Second factors',
  'signOn.security.changed.title': 'Your password is changed',
  'signOn.security.changed.said': 'You are still signed in here. All your other sessions have ended.',
  'signOn.security.goOn': 'Go on',
  'signOn.emails.title': 'Your e-mail addresses',
  'signOn.emails.said':
    'You sign in with each confirmed address, and each one serves to recover your account. Your mail goes to the primary one.',
  'signOn.emails.state.PRIMARY': 'Primary address, confirmed',
  'signOn.emails.state.PRIMARY_UNCONFIRMED': 'Primary address, not confirmed yet',
  'signOn.emails.state.CONFIRMED': 'Confirmed',
  'signOn.emails.state.UNCONFIRMED': 'Not confirmed yet',
  'signOn.emails.state.WAITING': 'Waiting: follow the link in the e-mail that was sent to it.',
  'signOn.emails.pendingChange': 'It makes way for {address} once that one is confirmed.',
  'signOn.emails.primary': 'Make it the primary address',
  'signOn.emails.again': 'Send the e-mail to confirm it again',
  'signOn.emails.remove': 'Remove',
  'signOn.emails.said.sent':
    'An e-mail is on its way to {address}. Follow the link in it within {hours, plural, one {# hour} other {# hours}}: nothing changes before you do.',
  'signOn.emails.said.primary': 'Your mail now goes to {address}.',
  'signOn.emails.said.remove': '{address} was removed.',
  'signOn.link.said':
    'If you have two accounts, they can become one. This one keeps its password and its second factors, and gets all that the other one has: addresses, usernames, memberships and roles. The other one is closed.',
  'signOn.link.ends': 'All your other sessions end, and every address of both accounts is told by e-mail.',
  'signOn.link.factor.title': 'One more proof for the other account',
  'signOn.link.factor.said':
    'The other account has a second factor. Nothing is joined before you show that you have it.',
  'signOn.link.factor.leave': 'Leave it, and go back',
  'signOn.link.done.title': 'Your two accounts are now one',
  'signOn.link.done.said':
    'All your other sessions have ended. An e-mail went to every address of both accounts.',
  'signOn.faultPage.WAIT.title': 'One moment, please',
  'signOn.faultPage.WAIT.todo':
    'Nothing has been done. Wait, then load the page again; if you had sent a form, go back to it and send it again.',
  'signOn.faultPage.SIGNED_OUT.title': 'You are no longer signed in',
  'signOn.faultPage.SIGNED_OUT.said':
    'Your session has ended since you opened the page. Nothing has been done.',
  'signOn.faultPage.SIGNED_OUT.todo': 'Sign in again, then start over.',
  'signOn.faultPage.OURS.title': 'Something went wrong',
  'signOn.faultPage.OURS.said': 'Something went wrong on our side. It is not your doing.',
  'signOn.faultPage.OURS.todo':
    'Try again in a few minutes. If it happens again, write to your association, and give the number below.',
  'signOn.faultPage.ELSEWHERE.title': 'This form comes from elsewhere',
  'signOn.faultPage.ELSEWHERE.said': 'The form was not sent from a page of this site. Nothing has been done.',
  'signOn.faultPage.ELSEWHERE.todo':
    'If you meant to send it, open the page from the e-mail or the website of your association, and start over.',
  'signOn.faultPage.NOWHERE.title': 'This page does not exist',
  'signOn.faultPage.NOWHERE.said': 'The address that you opened leads to no page.',
  'signOn.faultPage.NOWHERE.todo':
    'Check it. If it comes from an e-mail, copy the whole link. Otherwise, start from the website of your association or from your account.',
  'signOn.faultPage.UNREADABLE.title': 'This request cannot be read',
  'signOn.faultPage.UNREADABLE.said': 'What your browser sent cannot be read. Nothing has been done.',
  'signOn.faultPage.UNREADABLE.todo':
    'Go back to the page before, load it again and start over. If it happens again, write to your association.',
  'signOn.faultPage.number': 'Number of the request:',
} as const;
