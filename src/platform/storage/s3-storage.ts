import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as sdkOfS3 from '@aws-sdk/client-s3';
import { exactly } from './exact-length.ts';
import { assertKey, ObjectMissing, type ObjectStorage } from './object-storage.ts';

/** A bucket of a service that speaks S3. */
export interface S3Place {
  readonly bucket: string;
  readonly region: string;
  /** Null for Amazon's own. */
  readonly endpoint: string | null;
  /** The bucket in the path rather than in the host name: for most services of one's own. */
  readonly pathStyle: boolean;
  readonly accessKey: string;
  readonly secretKey: string;
}

const CONNECT_MS = 5_000;
/** One for all processes: whoever writes it last leaves what the one before left. */
const PROBE = 'probes/writable';
const PROBE_MS = 5_000;
const nothing = (): void => undefined;
/** What goes wrong is told by whoever asked, and in our own log. */
const SILENT = { debug: nothing, info: nothing, warn: nothing, error: nothing };
/** Without a byte in either direction; a long file takes as long as it takes. */
const SILENCE_MS = 30_000;

/** The client is an optional package of some size: only an installation that is told to use S3 loads it. */
export function createS3Storage({ bucket, ...place }: S3Place): ObjectStorage {
  let opening: Promise<Opened> | undefined;
  const s3 = (): Promise<Opened> => (opening ??= open(place));

  return {
    async write(key, content, size) {
      assertKey(key);
      const { client, PutObjectCommand, DeleteObjectCommand } = await s3();
      const whole = exactly(size);
      const broken = new AbortController();
      // The package does not notice that content breaks off, and would wait for the rest of it.
      const passed = pipeline(content, whole).catch((error: unknown) => {
        broken.abort();
        throw error;
      });
      const put = new PutObjectCommand({ Bucket: bucket, Key: key, Body: whole, ContentLength: size });
      try {
        // The service is content with the first bytes that make up the length; whether they are all is known by us.
        await Promise.all([client.send(put, { abortSignal: broken.signal }), passed]);
      } catch (error) {
        const cause = content.errored ?? whole.errored ?? error;
        content.destroy();
        await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key })).catch(nothing);
        throw cause;
      }
    },

    async read(key) {
      assertKey(key);
      const { client, GetObjectCommand } = await s3();
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        if (!Body) throw new ObjectMissing();
        return Body as Readable;
      } catch (error) {
        throw error instanceof Error && error.name === 'NoSuchKey' ? new ObjectMissing() : error;
      }
    },

    async remove(key) {
      assertKey(key);
      const { client, DeleteObjectCommand } = await s3();
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    isShared: true,

    // To ask for the bucket takes a right that nothing else needs, and says nothing of the one to write.
    async isWritable() {
      try {
        const { client, PutObjectCommand } = await s3();
        const put = new PutObjectCommand({ Bucket: bucket, Key: PROBE, Body: '', ContentLength: 0 });
        await client.send(put, { abortSignal: AbortSignal.timeout(PROBE_MS) });
        return true;
      } catch {
        return false;
      }
    },
  };
}

type Opened = typeof sdkOfS3 & { readonly client: sdkOfS3.S3Client };

async function open({
  region,
  endpoint,
  pathStyle,
  accessKey,
  secretKey,
}: Omit<S3Place, 'bucket'>): Promise<Opened> {
  const sdk = await import('@aws-sdk/client-s3');
  const config: sdkOfS3.S3ClientConfig = {
    region,
    ...(endpoint !== null && { endpoint }),
    forcePathStyle: pathStyle,
    credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    // A digest behind the body is Amazon's own invention, which other services answer with a refusal.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    logger: SILENT,
  };
  return { ...sdk, client: new sdk.S3Client(config) };
}
