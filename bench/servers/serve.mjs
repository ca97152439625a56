/**
 * The life of a server in a process of its own: it is told what it needs, tells where it listens, and ends with its
 * parent. `start` answers `{ url, close }` and whatever else the parent wants to know.
 */
export function serve(start) {
  // Ctrl-C reaches the whole group; the parent stops its servers in order.
  process.on('SIGINT', () => undefined);
  process.once('message', async wanted => {
    const { close, ...told } = await start(wanted);
    process.once('disconnect', async () => {
      await close();
      process.exit(0);
    });
    process.send(told);
  });
}

export async function listen(server) {
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${server.address().port}`;
}
