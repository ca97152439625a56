import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A line to the database that a test can cut, let hang, and mend. */
export interface DatabaseProxy {
  readonly url: string;
  cut(): void;
  hang(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function openDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: 'OPEN' | 'CUT' | 'HANGING' = 'OPEN';

  const server = createServer(near => {
    if (state === 'CUT') return near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    near.on('data', bytes => state === 'HANGING' || far.write(bytes));
    far.on('data', bytes => state === 'HANGING' || near.write(bytes));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;

  const drop = (): void => sockets.forEach(socket => socket.destroy());
  return {
    url: url.href,
    cut() {
      state = 'CUT';
      drop();
    },
    hang: () => void (state = 'HANGING'),
    mend() {
      state = 'OPEN';
    },
    async close() {
      drop();
      await new Promise(resolve => server.close(resolve));
    },
  };
}
