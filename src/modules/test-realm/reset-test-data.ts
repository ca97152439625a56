import { recordAudit } from '../../platform/audit/record-audit.ts';
import { setClockOffset } from '../../platform/clock/clock-offset.ts';
import type { Context } from '../../platform/context.ts';
import type { Tx } from '../../platform/database/database.ts';
import { emptyAllTables, holdAllTables } from '../../platform/database/empty-tables.ts';
import { oneAtATime } from '../../platform/database/one-at-a-time.ts';
import { stateOf } from '../../platform/graphql/busy-database.ts';
import { InputIssues } from '../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../platform/graphql/invalid-input.ts';
import { dropJobs } from '../../platform/jobs/timed-jobs.ts';
import { refuse } from '../../platform/problem.ts';
import { clientOf } from '../accounts/index.ts';
import { keepClients } from './keep-clients.ts';
import { testRealmPorts } from './test-realm.ports.ts';
import { NothingToReset } from './test-realm.problems.ts';

const DEADLOCK = '40P01';
const TRIES = 3;

/**
 * Puts a test realm back to its beginning, in one transaction: whoever reads meanwhile sees the time before, and a
 * reset that fails leaves everything as it was.
 */
export async function resetTestData(
  context: Context,
  { everything }: { readonly everything: boolean },
): Promise<{ readonly now: Date }> {
  judgeConsent(context, everything);
  const { emptyMailbox, followClock } = context.ports.of(testRealmPorts);
  await oneAtATime(context.db)('resetTestData', () => resetTables(context, TRIES));
  await emptyMailbox();
  await followClock();
  return { now: context.clock.now() };
}

function judgeConsent({ wording }: Context, everything: boolean): void {
  const issues = new InputIssues(wording);
  if (!everything) issues.add('everything', InputIssueCode.REQUIRED, 'testRealm.issue.everything');
  issues.refuseIfAny();
}

/** What was under way may hold one table and want another: PostgreSQL then breaks off one of the two, perhaps us. */
async function resetTables(context: Context, triesLeft: number): Promise<void> {
  try {
    await context.db.transaction(tx => reset(context, tx));
  } catch (error) {
    const deadlock = error instanceof Error && stateOf(error) === DEADLOCK;
    if (!deadlock || triesLeft <= 1) throw error;
    await resetTables(context, triesLeft - 1);
  }
}

async function reset(context: Context, tx: Tx): Promise<void> {
  const { demoIsThere, loadDemo, machineClock } = context.ports.of(testRealmPorts);
  await holdAllTables(tx);
  if (!(await demoIsThere(tx))) refuse(new NothingToReset());

  const putClientsBack = await keepClients(tx);
  await emptyAllTables(tx);
  await dropJobs(tx);
  await setClockOffset(tx, 0);
  await loadDemo(tx);
  await putClientsBack();
  await recordAudit({ ...context, clock: machineClock, actor: null }, tx, {
    act: 'resetTestData',
    subjectKind: 'Client',
    subjectId: clientOf(context).id,
  });
}
