import { Command, CommanderError, Option } from 'commander';
import { checkNode } from './check-node.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { wordsOfMachine } from './affilia/words.mjs';

// 0: all is as it should be. 1: something was refused or found. 2: the command itself was wrong. 3: the service was not
// reached.
checkNode();
const words = wordsOfMachine();
const program = new Command('affilia').description(words.description).exitOverride().showHelpAfterError();
const KINDS = ['people', 'organizations', 'memberships', 'delegations', 'accounts'];

program
  .command('import')
  .description(words.import)
  .argument('<kind>', words.kind, one => {
    if (KINDS.includes(one)) return one;
    throw new CommanderError(2, 'affilia.kind', words.oneOf('kind', KINDS));
  })
  .argument('<file>', words.file)
  .requiredOption('--association <code>', words.association)
  .requiredOption('--source <name>', words.source)
  .option('--dry-run', words.dryRun, false)
  .addOption(
    new Option('--endpoint <address>', words.endpoint)
      .env('AFFILIA_ENDPOINT')
      .default('http://localhost:4000/graphql'),
  )
  .addHelpText('after', `\n${words.environment}`)
  .action(async (kind, file, options) => {
    ensureBuilt();
    const { importFile } = await import('./affilia/import-file.mjs');
    process.exitCode = await importFile({ kind, file, ...options }, words);
  });

try {
  await program.parseAsync();
} catch (fault) {
  if (!(fault instanceof CommanderError)) throw fault;
  if (fault.code === 'affilia.kind') console.error(fault.message);
  process.exitCode = fault.exitCode === 0 ? 0 : 2;
}
