import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { ObjectMissing, type ObjectStorage } from '../../src/platform/storage/object-storage.ts';
import { openStorage } from '../../src/platform/storage/open-storage.ts';
import { watchStorage } from '../../src/platform/storage/watch-storage.ts';
import { createLog } from '../../src/platform/log/pino-log.ts';
import { FakeClock, seconds } from '../support/fake-clock.ts';
import { openS3Server, type S3Server } from './s3-server.ts';

let home: string;
let s3: S3Server;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'affilia-storage-'));
  s3 = await openS3Server();
});
afterAll(async () => {
  await rm(home, { recursive: true, force: true });
  await s3.close();
});

const onDisk = (): ObjectStorage => openStorage({ kind: 'DISK', directory: join(home, 'files') });
const inBucket = (): ObjectStorage => openStorage({ kind: 'S3', ...s3.place });
const of = (...chunks: readonly string[]): Readable => Readable.from(chunks.map(chunk => Buffer.from(chunk)));
const filesOnDisk = async (): Promise<string[]> =>
  (await readdir(join(home, 'files'), { recursive: true, withFileTypes: true }))
    .filter(entry => entry.isFile())
    .map(({ name }) => name);

describe.each([
  ['on disk', onDisk],
  ['in a bucket', inBucket],
])('files %s', (_, open) => {
  it('are read as they were written, as often as one likes', async () => {
    const storage = open();

    await storage.write('uploads/ab/one.1', of('Bonjour, ', 'Zoé\0'), 14);

    const read = async (): Promise<string> =>
      (await buffer(await storage.read('uploads/ab/one.1'))).toString();
    expect([await read(), await read()]).toEqual(['Bonjour, Zoé\0', 'Bonjour, Zoé\0']);
  });

  it('are replaced by what is written under their key, and gone once they are removed', async () => {
    const storage = open();
    await storage.write('uploads/ab/two.1', of('first'), 5);

    await storage.write('uploads/ab/two.1', of('second'), 6);

    expect((await buffer(await storage.read('uploads/ab/two.1'))).toString()).toBe('second');
    await storage.remove('uploads/ab/two.1');
    await storage.remove('uploads/ab/two.1');
    await expect(storage.read('uploads/ab/two.1')).rejects.toThrow(ObjectMissing);
  });

  it.each([
    ['shorter than was said', of('short'), 6],
    ['longer than was said', of('far too long'), 6],
    ['longer than was said at their very end', of('as long', '!'), 7],
  ])('are not kept when they are %s', async (_what, content, size) => {
    const storage = open();

    await expect(storage.write('uploads/ab/three.1', content, size)).rejects.toThrow(RangeError);

    await expect(storage.read('uploads/ab/three.1')).rejects.toThrow(ObjectMissing);
  });

  it('are not kept when they break off, which says why', async () => {
    const storage = open();
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('half');
        await pause(20);
        throw new Error('the line was cut');
      })(),
    );

    await expect(storage.write('uploads/ab/four.1', broken, 8)).rejects.toThrow('the line was cut');

    await expect(storage.read('uploads/ab/four.1')).rejects.toThrow(ObjectMissing);
  });

  it.each(['../secret-key', '/etc/passwd', 'uploads//x', 'uploads/../x', 'Uploads/x', 'uploads/x\0', ''])(
    'never lie under a key such as %j',
    async key => {
      const storage = open();

      await expect(storage.write(key, of('x'), 1)).rejects.toThrow(RangeError);
      await expect(storage.read(key)).rejects.toThrow(RangeError);
      await expect(storage.remove(key)).rejects.toThrow(RangeError);
    },
  );
});

describe('files on disk', () => {
  it('are for the user of the installation alone, and leave no half ones behind', async () => {
    const storage = onDisk();

    await storage.write('uploads/cd/five.1', of('x'), 1);

    const place = join(home, 'files/uploads/cd');
    expect((await stat(join(place, 'five.1'))).mode & 0o777).toBe(0o600);
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    expect((await filesOnDisk()).filter(name => name.endsWith('.part'))).toEqual([]);
  });

  it('are removed with what a process left of them that died while it wrote', async () => {
    const storage = onDisk();
    await storage.write('uploads/cd/six.1', of('x'), 1);
    await writeFile(join(home, 'files/uploads/cd/six.2.part'), 'half');

    await storage.remove('uploads/cd/six.2');

    expect(await filesOnDisk()).not.toContain('six.2.part');
  });

  it('say that none can be stored when their directory is none', async () => {
    await writeFile(join(home, 'file'), '');

    expect(await openStorage({ kind: 'DISK', directory: join(home, 'file') }).isWritable()).toBe(false);
    expect(await onDisk().isWritable()).toBe(true);
    expect((await filesOnDisk()).filter(name => name.startsWith('.writable'))).toEqual([]);
  });
});

describe('files in a bucket', () => {
  it('are sent while they come, signed, and never gathered', async () => {
    let atEnd = 0;
    const slow = Readable.from(
      (async function* () {
        const before = s3.taken();
        for (let i = 1; i < 40; i++) yield Buffer.alloc(64 * 1024, i);
        for (let tries = 0; s3.taken() - before < 1_000_000 && tries < 100; tries++) await pause(20);
        atEnd = s3.taken() - before;
        yield Buffer.alloc(64 * 1024);
      })(),
    );

    await inBucket().write('uploads/ef/seven.1', slow, 40 * 64 * 1024);

    expect(atEnd).toBeGreaterThanOrEqual(1_000_000);
    expect(s3.last()).toMatchObject({
      'content-length': String(40 * 64 * 1024),
      'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
    });
    expect(s3.last()['transfer-encoding']).toBeUndefined();
  });

  it('are not written by another key than that of the bucket', async () => {
    const storage = openStorage({ kind: 'S3', ...s3.place, accessKey: 'une-autre' });

    await expect(storage.write('uploads/ef/eight.1', of('x'), 1)).rejects.toThrow();

    expect([...s3.objects.keys()]).not.toContain('uploads/ef/eight.1');
  });

  describe('when the service is away', () => {
    const clock = new FakeClock();
    const lines: string[] = [];
    const log = createLog({ level: 'info', stream: { write: line => void lines.push(line) } });
    afterEach(() => {
      s3.fail(null);
    });
    const askedOf = (storage: ObjectStorage): (() => Promise<boolean>) => {
      const watched = watchStorage(storage, { clock, log });
      return () => watched.isWritable();
    };

    it('are said not to be taken, soon and not at each look, and to be taken again', async () => {
      const ask = askedOf(inBucket());
      const before = s3.requests();
      const all = await Promise.all([ask(), ask(), ask()]);
      const asked = s3.requests() - before;
      s3.fail(403);

      expect([all, asked, await ask()]).toEqual([[true, true, true], 1, true]);
      clock.advance(seconds(10));
      expect(await ask()).toBe(false);
      s3.fail(null);
      expect(await ask()).toBe(false);
      clock.advance(seconds(10));
      expect(await ask()).toBe(true);
      expect(lines.map(line => (JSON.parse(line) as { event: string }).event)).toEqual([
        'no files can be stored',
        'files can be stored again',
      ]);
    });

    it('keep nobody waiting who asks whether they are taken', async () => {
      const ask = askedOf(inBucket());
      s3.hang();
      const began = performance.now();
      const before = s3.requests();

      expect(await Promise.all([ask(), ask()])).toEqual([false, false]);

      const waited = performance.now() - began;
      expect(waited).toBeLessThan(2_900);
      expect(await ask()).toBe(false);
      expect(performance.now() - began - waited).toBeLessThan(500);
      expect(s3.requests() - before).toBe(1);
    });
  });

  it('that the service does not take are a fault', async () => {
    s3.fail(507);

    await expect(inBucket().write('uploads/ef/nine.1', of('x'), 1)).rejects.toThrow();
  });
});
