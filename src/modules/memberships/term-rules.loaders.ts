import { defineLoader, type Loader } from '../../platform/database/loader.ts';
import { statement } from '../../platform/database/statement.ts';
import type { DatedTermRule } from './next-term.ts';

const readRules = statement<DatedTermRule & { readonly classId: string }>(
  'term-rules',
  `select class_id as "classId", kind, months, rollover_on as "rolloverOn", from_on::text as "from", to_on::text as "to"
   from term_rule where class_id = any ($1::uuid[]) order by from_on`,
);

/** How long the terms of a class last, by the days on which they begin; oldest first. */
export const termRulesOfClass: Loader<string, readonly DatedTermRule[]> = defineLoader(
  async ({ db }, ids: readonly string[]) => {
    const rows = await db.read(readRules, [ids]);
    return ids.map(id => rows.filter(({ classId }) => classId === id));
  },
);
