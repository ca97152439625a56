export const mailsWordingEn = {
  MailNotFound: 'This message is not there (any more).',
  MailNotResendable:
    '{why, select, ADDRESS_CHANGED {This message can no longer be sent again: its address is no longer one of the account.} NOT_YOURS {Only whoever invites can send this message again. Ask them.} NEVER {A message of this kind is never sent twice. Ask for what you need anew.} DECEASED {The person has died: nothing is sent to them any more. Write to whoever looks after the estate.} other {This message can no longer be sent again: what it was about is over.}}',
} as const;
