import type { Context } from '../../platform/context.ts';
import { statement } from '../../platform/database/statement.ts';
import type { AssociationDocumentEntity } from './association-document.entity.ts';

const inForce = statement<AssociationDocumentEntity>(
  'association-documents-in-force',
  `with recursive line as (
     select id, parent_id, 0 as distance from association where id = $1
     union all
     select up.id, up.parent_id, line.distance + 1 from association up join line on up.id = line.parent_id
   )
   select distinct on (document.kind)
     document.id, document.association_id as "associationId", document.kind, document.version,
     document.url_fr as "urlFr", document.url_en as "urlEn", document.in_force_from as "inForceFrom"
   from line join association_document document on document.association_id = line.id
   where document.in_force_from <= $2
   order by document.kind desc, line.distance, document.in_force_from desc, document.version desc`,
);

/** What is accepted by whoever opens an account here: of each kind the association's own, else the nearest one above. */
export function documentsInForce(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  associationId: string,
): Promise<readonly AssociationDocumentEntity[]> {
  return db.read(inForce, [associationId, clock.now()]);
}
