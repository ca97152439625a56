import type { Config } from '../config/index.ts';
import { demoIsThere, loadDemo } from '../demo/index.ts';
import { clockWasMoved } from '../platform/clock/clock-offset.ts';
import type { Parts } from '../platform/context.ts';
import { demoPortsOf } from './example-ports.ts';
import type { Home } from './open-home.ts';
import { DemoInLive, MovedClockInLive } from './refusals.ts';
import type { Role } from './role.ts';
import type { Terminal } from './terminal.ts';

/** Whether there is a demonstration to show: always in our own database, elsewhere when somebody loaded it. */
export async function settleDemo(
  { realmMode, port }: Pick<Config, 'realmMode' | 'port'>,
  role: Role,
  { embedded }: Pick<Home, 'embedded'>,
  parts: Parts,
  terminal: Terminal,
): Promise<boolean> {
  const there = await demoIsThere(parts);
  if (realmMode === 'LIVE' && there) throw new DemoInLive();
  if (realmMode === 'LIVE' && (await clockWasMoved(parts))) throw new MovedClockInLive();
  if (realmMode === 'LIVE' || role !== 'all' || !(there || embedded)) return false;
  const { loaded } = await loadDemo(parts, demoPortsOf(port));
  if (loaded) terminal.say('start.demoLoaded');
  return true;
}
