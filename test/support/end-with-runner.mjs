/** A browser, or a server that a failed test left open, would keep a worker alive whose runner is gone. */
if (process.send) process.once('disconnect', () => process.exit());
