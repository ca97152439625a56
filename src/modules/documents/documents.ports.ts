import type { ObjectStorage } from '../../platform/storage/object-storage.ts';
import { definePort } from '../../platform/port.ts';

/** What the operator chose for the bytes. */
export interface DocumentsPorts {
  readonly storage: ObjectStorage;
}

export const documentsPorts = definePort<DocumentsPorts>('documents');
