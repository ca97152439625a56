import type { Readable } from 'node:stream';

/** Where the bytes of files lie. Keys are made by us alone: of small letters, digits, hyphens, dots and slashes. */
export interface ObjectStorage {
  /**
   * Stores all of `content`, which is `size` bytes long. It is there whole or not at all: when `content` breaks off or
   * has another length, this throws and nothing is kept.
   */
  write(key: string, content: Readable, size: number): Promise<void>;
  /** Throws `ObjectMissing` where there is none. */
  read(key: string): Promise<Readable>;
  /** To remove what is not there is no fault. */
  remove(key: string): Promise<void>;
  /** Whether this process can store anything now. It tries, so it is not asked for each request: see `watchStorage`. */
  isWritable(): Promise<boolean>;
  /** Whether it is one for all processes, of all machines: what is away for one is away for all. */
  readonly isShared: boolean;
}

export class ObjectMissing extends Error {
  constructor() {
    super('nothing is stored under this key');
    this.name = 'ObjectMissing';
  }
}

const KEY = /^[a-z0-9][a-z0-9-]*(?:[./][a-z0-9-]+)*$/;

/** Throws for a key that is not of our making, so that none ever leads out of its place. */
export function assertKey(key: string): void {
  if (!KEY.test(key)) throw new RangeError('this is no key of a stored file');
}
