import { createDiskStorage } from './disk-storage.ts';
import type { ObjectStorage } from './object-storage.ts';
import { createS3Storage, type S3Place } from './s3-storage.ts';

/** Where the operator wants files to lie. */
export type StoragePlace =
  { readonly kind: 'DISK'; readonly directory: string } | ({ readonly kind: 'S3' } & S3Place);

export const openStorage = (place: StoragePlace): ObjectStorage =>
  place.kind === 'DISK' ? createDiskStorage(place.directory) : createS3Storage(place);
