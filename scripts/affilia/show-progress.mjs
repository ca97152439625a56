import cliProgress from 'cli-progress';

/** Where nobody looks, a log is read later: a line for each of so many per cent is enough. */
const STEP = 25;

/**
 * How far a run is: a bar on a terminal, lines anywhere else.
 *
 * @param {NodeJS.WriteStream} stream
 * @param {import('./words.mjs').Words} words
 * @returns {{ at(run: { percentRead: number, rowsRead: number, state: string }): void, stop(): void }}
 */
export function showProgress(stream, words) {
  return stream.isTTY ? bar(stream, words) : lines(stream, words);
}

function bar(stream, words) {
  const shown = new cliProgress.SingleBar({ format: words.bar, stream, hideCursor: true });
  shown.start(100, 0, { rows: words.rows(0), state: '' });
  return {
    at: ({ percentRead, rowsRead, state }) =>
      shown.update(percentRead, { rows: words.rows(rowsRead), state: words.states[state] ?? state }),
    stop: () => shown.stop(),
  };
}

function lines(stream, words) {
  let told = '';
  return {
    at({ percentRead, rowsRead, state }) {
      const reached = `${state} ${Math.floor(percentRead / STEP)}`;
      if (reached === told) return;
      told = reached;
      const values = {
        percentage: percentRead,
        rows: words.rows(rowsRead),
        state: words.states[state] ?? state,
      };
      const line = words.bar
        .replace('{bar} ', '')
        .replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]));
      stream.write(`${line}\n`);
    },
    stop: () => undefined,
  };
}
