export const completionWordingEn = {
  CompletionLinkUnknown:
    'This link cannot be used. Check that you have copied the whole of it from the letter, or ask the association.',
  CompletionLinkUsed: 'Your account is open already. Sign in with your username or your member number.',
  CompletionLinkReplaced:
    'The association has made a newer link for you. Use the one of its latest letter, or ask the association.',
  CompletionLinkExpired: 'This link has expired. Ask the association for a new one.',
  CompletionLinkBlocked:
    'This link no longer works: the member number was wrong too often. The association has been told; ask it for a new link.',
  MemberNumberWrong:
    'This is not the member number of whom the letter was sent to. You can try {guessesLeft, plural, one {once more} other {# more times}}; then the link no longer works.',

  'CompletionFact.MEMBER_NUMBER': 'Member number',

  'CompletionLeftOutReason.HAS_ACCOUNT': 'Has an account already',
  'CompletionLeftOutReason.HAS_ADDRESS': 'Has an e-mail address: send an invitation instead',
  'CompletionLeftOutReason.NO_MEMBER_NUMBER': 'Has no member number to be asked for',
  'CompletionLeftOutReason.NOT_FOUND': 'Not found in this association',

  'invitations.completion.greeting':
    'Welcome, {givenName}! Your association has prepared your account. You need no e-mail address: your member number, which is not in the letter, proves that it is you.',
  'invitations.completion.form.title': 'Open your account',
  'invitations.completion.form.submit': 'Open my account',
  'invitations.completion.form.memberNumber': 'Member number',
  'invitations.completion.form.memberNumber.help':
    'It is on your card and on earlier mail from the association. Spaces and dashes make no difference.',

  'invitations.completion.csv.personId': 'person_id',
  'invitations.completion.csv.givenName': 'given_name',
  'invitations.completion.csv.familyName': 'family_name',
  'invitations.completion.csv.language': 'language',
  'invitations.completion.csv.lastDay': 'last_day',
  'invitations.completion.csv.url': 'link',

  'invitations.completion.export.made':
    'Save this list now: it is shown this once and kept nowhere. It has {links, plural, one {# link} other {# links}}. Do not print the member number in the letter: it is what people are asked for.',
  'invitations.completion.export.shownOnce':
    'This list was shown once already and is kept nowhere. If it is lost, make new links for the same people: the earlier ones then stop working.',
  'invitations.completion.export.nobody': 'Nobody here needs a link, so none was made.',

  'invitations.completion.mail.blocked.subject': 'A first-access link no longer works',
  'invitations.completion.mail.blocked.what':
    'The link in the letter to {person} has been blocked: the member number was typed wrong five times. It may have been {person}, or somebody else who opened the letter.',
  'invitations.completion.mail.blocked.todo':
    'To make a new link, choose {person} by name in the list of first-access links of the staff tool, and send the new letter. Check the member number with {person} first.',
} as const;
