import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import type { StoragePlace } from '../platform/storage/open-storage.ts';
import { ConfigFault, reading } from './config-fault.ts';

/** As S3 itself wants them. */
const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const REGION = /^[a-z0-9-]{2,40}$/;
const PARAMETERS = ['region', 'endpoint', 'pathStyle'];

type WithoutKeys<Place> = Place extends unknown ? Omit<Place, 'accessKey' | 'secretKey'> : never;

export const isS3Url = (text = ''): boolean => /^s3:/i.test(text);

export const readStorageUrl: z.ZodType<WithoutKeys<StoragePlace>, string> = reading(text => {
  const url = URL.parse(text);
  const place = url?.protocol === 'file:' ? directoryIn(url) : url && bucketIn(url);
  return place ?? new ConfigFault('STORAGE_URL');
});

function directoryIn(url: URL): WithoutKeys<StoragePlace> | null {
  if (url.search !== '' || url.hash !== '' || url.host !== '' || url.pathname === '/') return null;
  try {
    return { kind: 'DISK', directory: fileURLToPath(url) };
  } catch {
    return null;
  }
}

function bucketIn(url: URL): WithoutKeys<StoragePlace> | null {
  const { protocol, hostname: bucket, searchParams: given } = url;
  const region = given.get('region') ?? '';
  const endpoint = given.get('endpoint');
  const pathStyle = given.get('pathStyle') ?? 'false';
  const fits =
    protocol === 's3:' &&
    BUCKET.test(bucket) &&
    ['', '/'].includes(url.pathname) &&
    `${url.username}${url.password}${url.port}${url.hash}` === '' &&
    [...given.keys()].every(name => PARAMETERS.includes(name)) &&
    REGION.test(region) &&
    (endpoint === null || /^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) &&
    ['true', 'false'].includes(pathStyle);
  return fits ? { kind: 'S3', bucket, region, endpoint, pathStyle: pathStyle === 'true' } : null;
}

interface Read {
  readonly DATA_DIR: string;
  readonly STORAGE_URL?: WithoutKeys<StoragePlace> | undefined;
  readonly STORAGE_KEY?: string | undefined;
  readonly STORAGE_SECRET?: string | undefined;
}

/** Where nothing is said, files lie beside whatever else an installation keeps. */
export function placeOf({ DATA_DIR, STORAGE_URL: url, STORAGE_KEY, STORAGE_SECRET }: Read): StoragePlace {
  if (url === undefined) return { kind: 'DISK', directory: join(DATA_DIR, 'uploads') };
  if (url.kind === 'DISK') return url;
  return { ...url, accessKey: STORAGE_KEY ?? '', secretKey: STORAGE_SECRET ?? '' };
}
