export const mergingWordingEn = {
  'OrganizationPart.LEGAL_NAME': 'Legal name',
  'OrganizationPart.PUBLIC_NAMES': 'Public names',
  'OrganizationPart.EMAIL': 'E-mail address',
  'OrganizationPart.PHONE': 'Telephone',
  'OrganizationPart.WEBSITE': 'Website',
  'OrganizationPart.ADDRESS': 'Postal address',

  'organizations.mail.merged.subject': '{other} is now part of the record of {kept}',
  'organizations.mail.merged.text':
    '{association} had the same organization on file twice: {kept} and {other}. The two are one now. {kept} has the delegates, sections and invitations of both, and keeps its principal delegate.',
  'organizations.mail.parted.subject': '{kept} and {other} are two records again',
  'organizations.mail.parted.text':
    '{association} had joined the records of {kept} and {other}. This was undone: each has again the delegates, sections and invitations that it had before.',
} as const;
