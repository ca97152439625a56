/** On Linux the package brings its own Node.js for npm's scripts; elsewhere, or without npm, it may be too old. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return;
  const french = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');
  console.error(
    french
      ? `Affilia demande Node.js 22.18 ou une version plus récente, et celle-ci est ${process.version}\u00a0: installez-en une, ou passez par npm, qui apporte la sienne sous Linux.`
      : `Affilia needs Node.js 22.18 or newer, and this is ${process.version}: install one, or go through npm, which brings its own on Linux.`,
  );
  process.exit(1);
}
