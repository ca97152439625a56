import { statement } from '../../../platform/database/statement.ts';
import {
  CHANGED_ROWS,
  judgement,
  stagedValues,
  type Judgement,
  type StagedFinding,
  type StagedRows,
} from '../../../platform/staging/staged-rows.ts';

const opens = statement<StagedFinding>(
  'staged-persons-contact-opens',
  `select w.row_number as row, 'contactEmail' as field, 'OPENS_ACCOUNT' as code
   from (select *, (was || data)->>'contactEmail' as said from ${CHANGED_ROWS}) w
   join person p on p.id = w.record_id
   where w.said is distinct from w.was->>'contactEmail' and w.said is distinct from p.contact_email
     and p.account_id is not null and not exists (
       select from account_address d
       where d.account_id = p.account_id and (d.is_primary or d.verified_at is not null))`,
);

/**
 * Rows that change where somebody is written to whose account has no address: a forgotten password is recovered there,
 * so that it changes only by the act of which the person is told.
 */
export const contactsThatOpen = (staged: StagedRows): Judgement => judgement(opens, stagedValues(staged));
