/** One that cannot be closed keeps nobody from closing the rest. */
export async function closeAll(closers) {
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      process.stderr.write(`${error.stack}\n`);
      process.exitCode = 1;
    }
  }
}
