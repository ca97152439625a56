export const mailsWordingEn = {
  MailNotFound: 'This message is not there (any more).',
  MailNotResendable:
    'This message can no longer be sent again: what it was about is over, or its address has changed.',
} as const;
