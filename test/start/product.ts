import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

export const MAIN = 'dist/main.js';
export const DEMO = 'dist/command-line/load-demo.js';
export const RESET = 'dist/command-line/reset.js';

export type Environment = Readonly<Record<string, string>>;

/** How a process ended, and all that it said. */
export interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One process of the built product. */
export interface Product {
  readonly child: ChildProcess;
  readonly url: string;
  said(): string;
  /** Fails when it ends before it has said so. */
  untilItSays(text: string): Promise<void>;
  /** Waits for `/readyz`, for a process that says nothing in the terminal. */
  untilReady(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
  ended(): Promise<Ended>;
}

/** A first start takes a few seconds, and many times that beside others on a busy machine. */
export const PATIENCE_MS = 60_000;

const ROOT = join(import.meta.dirname, '..', '..');

/** Starts the product as a newcomer's shell does: nothing of the tests' own environment reaches it. */
export function launch(
  file: string,
  home: string,
  environment: Environment,
  args: readonly string[],
): Product {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    cwd: home,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      LANG: 'en_CA.UTF-8',
      NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/affilia'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const closed = once(child, 'close').then(([code, signal]): Ended => ({
    code: code as number | null,
    signal: signal as string | null,
    ...said,
  }));

  const until = async (reached: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    const start = performance.now();
    while (performance.now() - start < PATIENCE_MS) {
      if (await reached()) return;
      if (isOver(child)) break;
      await after(20);
    }
    throw new Error(`waited in vain for ${what}; it said:\n${said.stdout}\n${said.stderr}`);
  };
  const url = `http://127.0.0.1:${environment['PORT'] ?? '4000'}`;
  return {
    child,
    url,
    said: () => said.stdout,
    untilItSays: text => until(() => said.stdout.includes(text), `“${text}”`),
    untilReady: () =>
      until(
        () =>
          fetch(`${url}/readyz`)
            .then(reply => reply.ok)
            .catch(() => false),
        '/readyz',
      ),
    kill: signal => void child.kill(signal),
    ended: () => closed,
  };
}

export const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** What a person reads of a refusal: sentences on standard error, one to a line, and no trace of the inside. */
export function sentencesOf({ code, stderr }: Ended): string[] {
  if (code !== 1) throw new Error(`it ended with ${code} and said ${stderr}`);
  if (/^\s+at |node:|Error\b/m.test(stderr)) throw new Error(`that is no sentence: ${stderr}`);
  return stderr.trimEnd().split('\n');
}
