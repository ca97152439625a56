import { acpsClasses } from './acps-classes.ts';
import { aqpmClasses } from './aqpm-classes.ts';
import type { DemoClass } from './demo-class.ts';
import { planningClasses } from './planning-classes.ts';

/** By the code of the body. */
export const demoClasses: Readonly<Record<string, readonly DemoClass[]>> = {
  ...planningClasses,
  aqpm: aqpmClasses,
  acps: acpsClasses,
};
