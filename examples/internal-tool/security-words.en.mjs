/** @type {import('./security-words.fr.mjs').SecurityWords} */
export const securityEn = {
  settings: {
    intro:
      'What the association decides for the accounts of its members and staff. A change holds from the next request on, and stays in the log under your name.',
    readOnly: 'Only administrators of the association can change these settings.',
    factorRoles: 'Roles that ask for a second factor',
    factorRolesHelp:
      'Whoever has no second factor is led to add one, and can do nothing else. If you tick your own role, that means you too.',
    ofRealm: roles => `Always asked for in this realm, ticked or not: ${roles}.`,
    recoveryPolicy: 'Forgotten password: what the person must give',
    passwordProfile: 'New passwords',
    oldPasswords: 'Passwords from another system',
    resetLinkMinutes: 'How long a link to set a password works, in minutes',
    resetLinkMinutesHelp: 'From 10 to 1440.',
    invitationDays: 'How long an invitation can be accepted, in days',
    invitationDaysHelp: 'From 1 to 90. It holds for invitations that go out from now on.',
    invitationMismatch: 'Invitation accepted by an account without the invited address',
    websiteFr: 'Website in French',
    websiteEn: 'Website in English',
    brandLogoUrl: 'Address of the logo',
    brandLogoUrlHelp: 'An https address on the association’s own site. Leave it empty to show no logo.',
    notANumber: 'Write a whole number.',
    nobody: 'None',
    submit: 'Save the settings',
    saved: 'The settings are saved. They hold from now on.',
    readAgain: 'Read the settings again',
  },
  reset: {
    title: name => `Remove the second factors of ${name}`,
    way: 'Remove the second factors (lost device)',
    intro:
      'This page is for somebody who has lost their device and their recovery codes. First make sure that it is really they.',
    steps: [
      'The person is told at each of their addresses, with a link to say no.',
      'Their second factors are removed 24 hours later, unless they say no. Their password alone then signs them in.',
      'It is immediate if a second administrator asks for the same, after a check of their own, and both of you have had that role for at least 24 hours.',
    ],
    state: 'Latest request',
    stateIs: 'State',
    askedOn: 'Made on',
    takesEffect: 'Takes effect on',
    byYou:
      'You have made this request already. Making it again changes nothing: ask another administrator if it is urgent.',
    byAnother:
      'Another administrator has made this request already. If you make it too, after a check of your own, the second factors are removed at once, unless one of you is new in the role.',
    contested:
      'The person said no to the latest request, and their second factors stayed. Call them at the number on file before you begin again.',
    check: 'How did you make sure who they are?',
    checkHelp:
      'What you compared, and with what. For example: driver’s licence shown in a video call, compared with the file. 500 characters at most.',
    submit: 'Ask for the removal',
    approve: 'Approve, and remove them now',
    waits: moment =>
      `The request is on record, and the person has been told. Their second factors will be removed on ${moment}, unless they say no.`,
    done: 'The second factors are removed. The password alone signs in: the person has been told.',
    toPerson: 'Back to the record',
  },
};
