import { leavingEn } from './leaving-words.en.js';
import { lostAddressEn } from './lost-address-words.en.js';
import { addressesEn } from './addresses-words.en.js';
import { billingEn } from './billing-words.en.js';
import { mailsEn } from './mail-words.en.js';
import { membershipEn } from './membership-words.en.js';
import { secondFactorsEn } from './second-factor-words.en.js';

/** What this site says in English by itself; everything about members and rules is worded by the service. */
export const en = {
  portal: 'Member portal',
  skip: 'Skip to content',
  navigation: 'Pages of the portal',
  help: 'Help',
  call: 'Call us',
  pages: {
    'index.html': 'Home',
    'invitation.html': 'Use an invitation',
    'sign-in.html': 'Sign in',
    'forgot-password.html': 'First access or forgotten password',
    'forgot-username.html': 'Forgotten username',
    'profile.html': 'Your profile',
    'membership.html': 'Your membership',
    'invoices.html': 'Your invoices',
    'invoice.html': 'Invoice',
    'organization.html': 'Your organization',
    'join.html': 'Join an organization',
    'security.html': 'Security',
  },
  hello: name => `Hello, ${name}`,
  realmSignIn: { title: 'One sign-in for all sites', go: 'Sign in on the page of the association' },
  signOut: 'Sign out',
  welcome: association => `Welcome to the member portal of ${association}.`,
  notices: {
    welcome: 'Your account is open and your e-mail address is confirmed. This is your profile.',
    'welcome-by-letter':
      'Your account is open. From now on, sign in with your username or your member number. This is your profile.',
    'signed-out': 'You are signed out.',
    'session-ended': 'Your session has ended. Please sign in again.',
    'principal-now': 'The place is yours: you are now the principal delegate.',
    'handover-waits': 'You have accepted. The association must approve now.',
    joined: 'You are part of this organization now.',
    'left-organization': 'You have no role for this organization any more.',
  },
  loading: 'One moment…',
  saved: 'Saved.',
  passwordChanged: 'Your password is changed. Everywhere else, you are signed out.',
  tryAgain: 'Try again',
  offline: 'The service cannot be reached. Check your connection and try again: nothing is lost.',
  online: 'You are connected again.',
  unexpected: 'Something went wrong. Try again in a moment.',
  requestId: 'Number to give us if you ask for help: ',
  waitMinutes: minutes => `Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
  openTheMail: address =>
    `An e-mail is on its way to ${address}. Open it and follow its link. It can take some minutes: look in your junk mail too.`,
  suspended: 'suspended',

  show: 'Show',
  requiredMark: 'Fields marked with an asterisk (*) are required.',
  correct: 'Please correct the following.',
  mustFill: 'Fill in this field.',
  mustTick: 'Tick this box to go on.',
  mustChoose: 'Tick at least one box.',
  passwordsDiffer: 'The two passwords are different.',
  colon: ': ',
  newTab: '(new tab)',

  invitation: {
    tryOtherCode: 'Enter the code from the latest e-mail.',
    existingAccount: 'I already have an account',
    steps: 'Steps',
    association: 'Association',
    organization: 'Organization',
    offer: 'What the invitation gives',
    invitee: 'Person invited',
    address: 'Sent to',
    lastDay: 'Last day',
    take: username => `Take “${username}”`,
    decline: 'Decline the invitation',
    declineIsFinal: 'Declining is final: the code cannot be used afterwards.',
    declineNow: 'Decline for good',
    endings: {
      ACCEPTED: {
        title: 'The invitation is accepted',
        text: 'What it gives is part of your account now.',
      },
      AWAITING_ADDRESS: {
        title: 'One last step',
        text: 'The invited address must first confirm that your account may accept this invitation.',
      },
      DECLINED: { title: 'The invitation is declined', text: 'There is nothing else to do.' },
      REISSUED: { title: 'A fresh code is on its way', text: 'Open the latest e-mail.' },
    },
  },
  letters: {
    confirmation: {
      title: 'Accept with another account',
      text: 'An account with another e-mail address wants to accept the invitation that you received. Confirm only if this is you.',
      button: 'Yes, this is my account',
      done: 'Confirmed',
      doneText: () => 'What the invitation gives is part of that account now.',
    },
    dispute: {
      title: 'This is not me',
      text: 'If the wrong person accepted the invitation, say so here. What the invitation gave is suspended and the association is told.',
      button: 'This is not the right person',
      done: 'The association has been told',
      doneText: () => 'Thank you. They will write to you if they need to know more.',
    },
    contest: {
      title: 'Keep my second factors',
      text: 'We were told that you have lost your device. If this was not you, say so here: nothing will be removed from your account.',
      button: 'This was not me',
      done: 'Your second factors stay',
      doneText: () => 'Somebody may know your password. Change it.',
    },
    email: {
      title: 'Confirm my e-mail address',
      text: 'One click is left to do.',
      button: 'Confirm my address',
      done: 'Confirmed',
      doneText: ({ address }) => `The address ${address} is confirmed.`,
      noToken: 'Open the link in the e-mail that you received to confirm your address.',
    },
  },
  recovery: {
    nothingCame: 'Has nothing come?',
    sendAgain: 'Send again',
    done: 'Your password is saved',
    doneText: 'Sign in with it. Wherever you were signed in, you no longer are.',
  },
  completion: {
    noLink: 'To open your account, open the link of the letter that your association sent you.',
    lastDay: day => `The link works through ${day}.`,
  },
  rules: {
    met: ' (done)',
    unmet: ' (not yet)',
    later: ' (checked when sent)',
    missing: number =>
      number === 0
        ? 'The password keeps every rule that can be checked here.'
        : `Rules still to keep: ${number}.`,
  },
  lostAddress: lostAddressEn,
  addresses: addressesEn,
  mails: mailsEn,
  secondFactors: secondFactorsEn,
  sessions: {
    title: 'Sessions',
    explanation: 'Where you are signed in. End whatever you do not recognize, then change your password.',
    place: (site, network) => `${site}, from the network ${network}`,
    current: 'This device, now',
    lastUsed: moment => `Last used: ${moment}`,
    end: 'End this session',
    endNamed: device => `End this session: ${device}`,
    ended: device => `The session is over: ${device}.`,
    endAll: 'End all other sessions',
    endedAll: 'All other sessions are over.',
  },
  profile: {
    mustConfirm: 'Your e-mail address must be confirmed.',
    confirm: 'Confirm mine',
    pendingChange: address =>
      `Your new address, ${address}, is still to be confirmed. Open the e-mail that was sent there.`,
    security: 'Security',
    changePassword: 'Change your password',
    changeEmail: 'Change your e-mail address',
    organizations: 'Your organizations',
    noOrganization: 'You do not act for any organization.',
    memberships: 'Your memberships',
    noMembership: 'No membership on file.',
  },
  membership: membershipEn,
  leaving: leavingEn,
  billing: billingEn,
};
