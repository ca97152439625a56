import type * as Globals from '@jest/globals';
import { addEventHandler, getState } from 'jest-circus';

type State = ReturnType<typeof getState>;
type Block = State['currentDescribeBlock'];
type Entry = Block['children'][number] | Block['hooks'][number];

const LIMIT_MS = 30_000;
const limits = new WeakMap<State, number>();

const global = globalThis as unknown as typeof Globals;
export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = global;

/** What the tests use of it. */
export const jest = {
  /** For the tests and hooks of one file. */
  setTimeout: (ms: number): void => void limits.set(getState(), ms),
};

/** The runner waits for ever: one test that hangs would stop all that come after it. */
function limit(entry: Entry | undefined, state: State): void {
  if (!entry || entry.type === 'describeBlock') return;
  const work = entry.fn as () => unknown;
  entry.fn = async () => {
    const ms = entry.timeout ?? limits.get(state) ?? LIMIT_MS;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`Not done after ${ms} ms`)), ms);
    });
    try {
      await Promise.race([work(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

addEventHandler((event, state) => {
  const { currentDescribeBlock: block } = state;
  if (event.name === 'add_test') limit(block.children.at(-1), state);
  if (event.name === 'add_hook') limit(block.hooks.at(-1), state);
});
