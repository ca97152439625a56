import { readRole } from './command-line/role.ts';
import { complaintsIn } from './command-line/terminal.ts';
import { readConfig } from './config/index.ts';

const reading = readConfig();
const role = readRole(process.argv.slice(2));
const complaints = complaintsIn(reading.locale);

reading.hints.forEach(hint => complaints.line(hint));
if (!reading.ok) reading.faults.forEach(fault => complaints.line(fault));
if (role === null) complaints.say('start.badRole');

if (reading.ok && role !== null) {
  // The rest of the program takes its second to load: a wrong setting is told before.
  const { runRealm } = await import('./command-line/run-realm.ts');
  await runRealm(reading.config, role);
} else process.exitCode = 1;
