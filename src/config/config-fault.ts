import { z } from 'zod';
import type { configWordingEn } from './config.wording.en.ts';

type Key = keyof typeof configWordingEn;
export type FaultCode = Key extends infer K ? (K extends `config.fault.${infer Code}` ? Code : never) : never;

/** What is wrong with one variable. It never holds the value: that may be a secret, and this is printed. */
export class ConfigFault {
  constructor(
    readonly code: FaultCode,
    readonly values: Readonly<Record<string, string | number>> = {},
  ) {}
}

/** Reads the text of a variable by `judge`, which answers the value or what is wrong with it. */
export const reading = <Value>(judge: (text: string) => Value | ConfigFault): z.ZodType<Value, string> =>
  z.string().transform((text, context) => {
    const judged = judge(text);
    if (!(judged instanceof ConfigFault)) return judged;
    context.addIssue({ code: 'custom', params: { fault: judged } });
    return z.NEVER;
  });

/** zod's own complaint means that a variable without a default is absent. */
export function faultOf(issue: z.core.$ZodIssue): ConfigFault {
  const fault: unknown = issue.code === 'custom' ? issue.params?.['fault'] : undefined;
  return fault instanceof ConfigFault ? fault : new ConfigFault('REQUIRED');
}
