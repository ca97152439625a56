import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { removeEmbeddedDatabase } from '../../src/platform/database/embedded/index.ts';
import { isOver, launch, type Ended, type Environment, type Product } from './product.ts';

/** The machine of one test file: a folder, and all that was started in it. */
export interface Machine {
  readonly folder: string;
  start(file: string, environment: Environment, args?: readonly string[]): Product;
  /** Starts it, and waits for its end. */
  run(file: string, environment: Environment, args?: readonly string[]): Promise<Ended>;
  /** Kills these, and waits until they are gone. */
  end(...products: readonly Product[]): Promise<void>;
  /** Ends what is still running, databases in these directories included, and removes everything. */
  clear(...dataDirs: readonly string[]): Promise<void>;
}

export async function openMachine(): Promise<Machine> {
  const folder = await mkdtemp(join(tmpdir(), 'affilia-start-'));
  // As a home is: the user that runs the database server can enter it.
  await chmod(folder, 0o755);
  const products: Product[] = [];
  const start: Machine['start'] = (file, environment, args = []) => {
    const product = launch(file, folder, environment, args);
    products.push(product);
    return product;
  };
  const end: Machine['end'] = async (...wanted) => {
    const left = wanted.filter(({ child }) => !isOver(child));
    left.forEach(product => product.kill('SIGKILL'));
    await Promise.all(left.map(product => product.ended()));
  };
  return {
    folder,
    start,
    end,
    run: (...wanted) => start(...wanted).ended(),
    async clear(...dataDirs) {
      await end(...products);
      for (const dataDir of dataDirs) await removeEmbeddedDatabase(dataDir);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The first of five ports in a row that nobody uses, below those that systems give away. */
export async function freePorts(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const free = await Promise.all([port, port + 1, port + 2, port + 3, port + 4].map(isFree));
    if (free.every(Boolean)) return port;
  }
}

export async function isFree(port: number): Promise<boolean> {
  const release = await occupy(port).catch(() => null);
  await release?.();
  return release !== null;
}

/** Takes a port as another program would; throws when it is taken. */
export async function occupy(port: number): Promise<() => Promise<void>> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return async () => {
    server.close();
    await once(server, 'close');
  };
}
