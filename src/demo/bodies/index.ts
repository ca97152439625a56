import type { DemoBody } from './demo-body.ts';
import { acps } from './acps.ts';
import { atlantic } from './api.ts';
import { appi } from './appi.ts';
import { aqpm } from './aqpm.ts';
import { icu } from './icu.ts';
import { lppans } from './lppans.ts';
import { mppi } from './mppi.ts';
import { oppi } from './oppi.ts';
import { ouq } from './ouq.ts';
import { pibc } from './pibc.ts';
import { sppi } from './sppi.ts';

/** Every body, each after the one above it. */
export const demoBodies: readonly DemoBody[] = [
  icu,
  oppi,
  pibc,
  appi,
  sppi,
  mppi,
  ...atlantic,
  lppans,
  aqpm,
  acps,
  ouq,
];
