import { registerEnumType } from 'type-graphql';

export enum MailState {
  QUEUED = 'QUEUED',
  SENT = 'SENT',
  DEFERRED = 'DEFERRED',
  BOUNCED = 'BOUNCED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(MailState, {
  name: 'MailState',
  description: 'What became of a mail. Its contents are never shown.',
  valuesConfig: {
    QUEUED: { description: 'Waiting to be sent.' },
    SENT: { description: 'Taken by the mail server of this realm.' },
    DEFERRED: { description: 'Not taken yet; it is tried again.' },
    BOUNCED: { description: 'Refused, or given up after many attempts.' },
    CANCELLED: {
      description: 'Not sent: it would have come too late, or its code or link was replaced or withdrawn.',
    },
  },
});
