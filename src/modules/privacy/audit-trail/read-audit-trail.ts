import { fromPublicId, readPublicId } from '../../../kernel/id.ts';
import { recordReading } from '../../../platform/audit/record-readings.ts';
import type { Context } from '../../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../../platform/graphql/connection.ts';
import { Forbidden } from '../../../platform/graphql/faults.ts';
import { pageOf, pageWindow, type PageFacts } from '../../../platform/graphql/page-window.ts';
import { readSearch } from '../../../platform/graphql/search-text.ts';
import { bodyForStaff } from '../../associations/index.ts';
import { personById } from '../../people/index.ts';
import { AuditEntry } from './audit-entry.type.ts';
import {
  countAuditRows,
  readAuditRows,
  type AuditFilter,
  type Period,
  type WantedRows,
} from './audit-rows.ts';
import { knownIn } from './known-in.ts';

export interface WantedTrail extends Period {
  readonly associationId: string;
  readonly act: string | null;
  /** A public id of any kind. */
  readonly subjectId: string | null;
  /** Of an account, or of a person who has one. */
  readonly actorId: string | null;
}

/** The trail of one association, the newest first. That it was read is in it from then on. */
export async function readAuditTrail(
  context: Context,
  wanted: WantedTrail,
  args: ConnectionArgs,
): Promise<Page<AuditEntry>> {
  const uuid = fromPublicId('Association', wanted.associationId);
  const association = uuid && (await bodyForStaff(context, 'READ_AUDIT', uuid));
  if (!association) throw new Forbidden('STAFF');
  const { id: associationId } = association;

  const window = pageWindow(args, ['instant', 'uuid']);
  const filter = await filterOf(context, associationId, wanted);
  if (filter === null) return pageOf(window, NOTHING);

  const { from, to } = wanted;
  const asked = { associationId, filter, from, to };
  const direction = window.backward ? 'asc' : 'desc';
  const read = readAuditRows(asked, { direction, after: window.from, rows: window.rows });
  const rows = await context.db.read(read.statement, read.values);
  // Whoever found nothing has read nothing.
  if (rows.length > 0)
    await recordReading(context, {
      act: 'readAuditTrail',
      subjectKind: 'Association',
      subjectId: associationId,
      associationId,
    });
  const known = await knownIn(context, associationId, rows);
  return pageOf(window, {
    rows,
    cursorOf: row => [row.place, row.id],
    nodeOf: row => new AuditEntry(row, context.wording, known),
    totalCount: window.continues || rows.length > window.size ? () => countAll(context, asked) : rows.length,
  });
}

async function countAll({ db }: Context, asked: WantedRows): Promise<number> {
  const { statement, values } = countAuditRows(asked);
  return (await db.read(statement, values))[0]?.count ?? 0;
}

const NOTHING: PageFacts<never, AuditEntry> = {
  rows: [],
  cursorOf: () => [],
  nodeOf: row => row,
  totalCount: 0,
};

/** Null where what is looked for can stand in no entry. */
async function filterOf(
  context: Context,
  associationId: string,
  { act, subjectId, actorId }: WantedTrail,
): Promise<AuditFilter | null> {
  const subject = subjectId === null ? null : readPublicId(subjectId);
  const accountId = actorId === null ? null : await accountNamed(context, associationId, actorId);
  if ((subjectId !== null && subject === null) || (actorId !== null && accountId === null)) return null;
  return { subjectId: subject?.id ?? null, accountId, act: readSearch(act) || null };
}

async function accountNamed(
  context: Context,
  associationId: string,
  publicId: string,
): Promise<string | null> {
  const personId = fromPublicId('Person', publicId);
  if (personId === null) return fromPublicId('Account', publicId);
  const person = await context.load(personById, personId);
  return person?.associationId === associationId ? person.accountId : null;
}
