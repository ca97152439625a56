/**
 * When one worker asks jest-light-runner for what it needs to know, all of them are told, and whoever asks later is
 * told nothing: a worker that was still starting would wait for ever, and the run with it. So what was told is kept.
 */
const ASKED = 'jest-light-runner-get-worker-data';
const TOLD = 'jest-light-runner-worker-data';

if (process.send) {
  const send = process.send.bind(process);
  let told;
  const keep = message => {
    if (message?.type === TOLD) told = message;
  };
  // With the first one who listens, and not before: until then Node keeps what comes.
  const listen = event => {
    if (event !== 'message') return;
    process.off('newListener', listen);
    process.on('message', keep);
  };
  process.on('newListener', listen);
  process.send = (message, ...more) =>
    message === ASKED && told ? process.emit('message', told) : send(message, ...more);
}
