export const representationsWordingEn = {
  'RepresentationKind.EXECUTOR': 'Executor',
  'RepresentationKind.TRUSTEE': 'Trustee',
  'RepresentationKind.MANDATARY': 'Mandatary',
  'RepresentationKind.TUTOR': 'Tutor',
  'RepresentationKind.DIRECTOR': 'Director',

  OwnRepresentation: 'Nobody records that they represent somebody themselves. Ask a colleague.',
  RepresentationStands:
    'This is on record already for some of those days. Give the one that stands an end, or choose other days.',
  RepresentationNotFound: 'This representation was not found among those that you may end.',
  RepresentationEnded: 'This representation has already ended by then.',
  'organizations.representations.oneRepresented':
    'Choose one person or one organization that is represented.',
  'organizations.representations.ofPersonsAlone':
    'An organization has no executor or tutor. Choose another title, or the person whom it concerns.',
  'organizations.representations.order': 'The last day lies before the first.',
  'organizations.representations.tooFar': 'Choose a day between 1900 and 2199.',
  'organizations.representations.elsewhere':
    'This person is on file at another association. Write their name instead.',
  'organizations.representations.themselves': 'Nobody represents themselves. Choose somebody else.',
  'organizations.representations.upload':
    'This file was not found among the documents that you have sent for this association. Send it again.',

  'organizations.mail.representation.represented': 'Represented: {represented}',
  'organizations.mail.representation.representative': 'Representative: {representative}',
  'organizations.mail.representation.kind': 'Title: {kind}',
  'organizations.mail.representation.from': 'From {firstDay}',
  'organizations.mail.representation.fromTo': 'From {firstDay} through {lastDay}',
  'organizations.mail.representation.never': 'The representation was withdrawn before it took effect.',
  'organizations.mail.representationRecorded.REPRESENTATIVE.subject':
    'You are on record as a representative: {association}',
  'organizations.mail.representationRecorded.REPRESENTATIVE.text':
    '{association} has recorded that you represent somebody. You can be asked for your name when access to their account has to be recovered.',
  'organizations.mail.representationRecorded.REPRESENTED.subject':
    'A representative is on record: {association}',
  'organizations.mail.representationRecorded.REPRESENTED.text':
    '{association} has recorded a representative, whose name now serves as well when access to the account has to be recovered. Mail still goes to your addresses alone.',
  'organizations.mail.representationEnded.REPRESENTATIVE.subject': 'End of a representation: {association}',
  'organizations.mail.representationEnded.REPRESENTATIVE.text':
    '{association} has recorded the end of your representation.',
  'organizations.mail.representationEnded.REPRESENTED.subject': 'End of a representation: {association}',
  'organizations.mail.representationEnded.REPRESENTED.text':
    '{association} has recorded the end of a representation.',
} as const;
