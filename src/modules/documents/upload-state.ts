import { registerEnumType } from 'type-graphql';
import type { UploadEntity } from './upload.entity.ts';

export enum UploadState {
  AWAITING = 'AWAITING',
  RECEIVED = 'RECEIVED',
  EXPIRED = 'EXPIRED',
  REMOVED = 'REMOVED',
}
registerEnumType(UploadState, {
  name: 'UploadState',
  description: 'What has become of an upload.',
  valuesConfig: {
    AWAITING: { description: 'Its bytes can be sent until it expires, or are on their way.' },
    RECEIVED: { description: 'It is here whole, and its content is of an accepted type.' },
    EXPIRED: { description: 'Its bytes were not sent in time. Create another one.' },
    REMOVED: { description: 'It was received, and removed since: nothing used it, or not for long enough.' },
  },
});

export function stateOf(
  {
    receivedAt,
    removedAt,
    expiresAt,
    receivingUntil,
  }: Pick<UploadEntity, 'receivedAt' | 'removedAt' | 'expiresAt' | 'receivingUntil'>,
  now: Date,
): UploadState {
  if (receivedAt !== null) return removedAt === null ? UploadState.RECEIVED : UploadState.REMOVED;
  const isComing = receivingUntil !== null && now < receivingUntil;
  return isComing || now < expiresAt ? UploadState.AWAITING : UploadState.EXPIRED;
}
