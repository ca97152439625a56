export const mailsWordingFr = {
  MailNotFound: 'Ce courriel n’existe pas ou n’existe plus.',
  MailNotResendable:
    'Ce courriel ne peut plus être envoyé de nouveau. Son objet est réglé ou son adresse a changé.',
} as const;
