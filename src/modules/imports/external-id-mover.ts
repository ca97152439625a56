import { within } from '../../platform/database/database.ts';
import { statement } from '../../platform/database/statement.ts';
import { CarriedThing, type Mover } from '../people/index.ts';

const moveRecords = statement(
  'merge-move-external-ids',
  'update external_id set record_id = $1 where record_id = $2',
);

/** What is read again under either id of the other system is the kept record's. */
export function externalIdMover(holder: 'person' | 'organization'): Mover {
  return {
    columns: {
      'external_id.record_id': 'MOVES',
      // What was found then, and files that are being read.
      'import_finding.record_id': 'STAYS',
      [`staged_row.${holder}_id`]: 'STAYS',
      'staged_row.record_id': 'STAYS',
    },
    tables: [
      {
        table: 'external_id',
        key: ['association_id', 'source', 'kind', 'external_id'],
        rows: 't.record_id = any ($1::uuid[])',
        watched: 'COLUMNS',
        thing: CarriedThing.EXTERNAL_IDS,
        countedBy: 'record_id',
      },
    ],
    async move(_context, tx, { kept, other }) {
      await within(tx, moveRecords, [kept, other]);
    },
  };
}
