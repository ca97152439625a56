import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto';
import type { Random } from '../../kernel/random.ts';
import type { Vault } from './vault.ts';

/** A box that no configured key opens, that belongs elsewhere, or that was altered. */
export class BoxNotOpened extends Error {
  constructor() {
    super('The box was sealed under another key or label, or was altered.');
    this.name = 'BoxNotOpened';
  }
}

interface VaultKey {
  readonly mark: Buffer;
  readonly sealing: Buffer;
  readonly deriving: Buffer;
}

const FORMAT = 1;
const MARK_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + MARK_BYTES;

/**
 * The first key seals and derives, every key opens: put a new one in front and keep the old one until nothing
 * sealed under it matters. A box is: format, mark of its key, nonce, sealed text, tag.
 */
export function createVault(keys: readonly Buffer[], random: Random): Vault {
  const known = keys.map(subKeys);
  const [first] = known;
  if (!first) throw new RangeError('a vault needs a key');

  return {
    seal(plain, label) {
      const head = Buffer.concat([Buffer.of(FORMAT), first.mark]);
      const nonce = random(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first.sealing, nonce).setAAD(bound(head, label));
      return Buffer.concat([head, nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },

    open(box, label) {
      const head = box.subarray(0, HEAD_BYTES);
      const key = known.find(({ mark }) => mark.equals(head.subarray(1)));
      if (head[0] !== FORMAT || !key || box.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES)
        throw new BoxNotOpened();

      const nonce = box.subarray(HEAD_BYTES, HEAD_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key.sealing, nonce, { authTagLength: TAG_BYTES })
        .setAAD(bound(head, label))
        .setAuthTag(box.subarray(-TAG_BYTES));
      const sealed = box.subarray(HEAD_BYTES + NONCE_BYTES, -TAG_BYTES);
      try {
        return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      } catch {
        throw new BoxNotOpened();
      }
    },

    derive(plain, label) {
      // The length keeps a label and a text apart from every other pair that would read the same.
      const mac = createHmac('sha256', first.deriving).update(`${Buffer.byteLength(label)}:${label}`);
      return mac.update(plain).digest();
    },
  };
}

function subKeys(key: Buffer): VaultKey {
  if (key.length < 32) throw new RangeError('a vault key has at least 32 bytes');
  const part = (use: string, bytes: number): Buffer =>
    Buffer.from(hkdfSync('sha256', key, '', `affilia vault ${use}`, bytes));
  return { mark: part('mark', MARK_BYTES), sealing: part('sealing', 32), deriving: part('deriving', 32) };
}

const bound = (head: Buffer, label: string): Buffer => Buffer.concat([head, Buffer.from(label, 'utf8')]);
