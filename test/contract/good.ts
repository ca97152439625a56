import type { Asked } from '../support/portal.ts';

/** Arguments with which an operation does what it is for, and who may ask for it. */
export interface Good {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly asked: Asked;
  /** What it is answered with where that is no success. */
  readonly answer?: string;
}

/** Makes them afresh, because some work only once. */
export type MakeGood = () => Promise<Good>;
