import { LessThan, MoreThan, type FindOperator } from 'typeorm';
import type { AssociationId } from '../../kernel/id.ts';
import type { Context } from '../../platform/context.ts';
import type { ConnectionArgs, Page } from '../../platform/graphql/connection.ts';
import { pageOf, pageWindow, type PageWindow } from '../../platform/graphql/page-window.ts';
import { AssociationEntity } from './association.entity.ts';
import { associationView, type Association } from './association.type.ts';
import { SectionEntity } from './section.entity.ts';
import { Section } from './section.type.ts';

/** The bodies of one tree, by code. */
export async function listAssociations(
  { db }: Pick<Context, 'db'>,
  rootId: string,
  args: ConnectionArgs,
): Promise<Page<Association>> {
  const window = pageWindow(args, ['text']);
  const where = { rootId: rootId as AssociationId };
  return pageOf(window, {
    rows: await db.entities.find(AssociationEntity, {
      where: { ...where, ...codeFrom(window) },
      ...slice(window),
    }),
    cursorOf: row => [row.code],
    nodeOf: associationView,
    totalCount: () => db.entities.countBy(AssociationEntity, where),
  });
}

/** The sections of one association, by code; of none where there is nothing to see. */
export async function listSections(
  { db }: Pick<Context, 'db'>,
  association: AssociationEntity | null,
  args: ConnectionArgs,
): Promise<Page<Section>> {
  const window = pageWindow(args, ['text']);
  const where = association && { associationId: association.id };
  return pageOf(window, {
    rows: where
      ? await db.entities.find(SectionEntity, { where: { ...where, ...codeFrom(window) }, ...slice(window) })
      : [],
    cursorOf: row => [row.code],
    nodeOf: row => new Section(row),
    totalCount: async () => (where ? db.entities.countBy(SectionEntity, where) : 0),
  });
}

function codeFrom({ from, backward }: PageWindow): { readonly code?: FindOperator<string> } {
  const [code] = from ?? [];
  if (code === undefined) return {};
  return { code: backward ? LessThan(code) : MoreThan(code) };
}

const slice = ({ rows, backward }: PageWindow): { take: number; order: { code: 'ASC' | 'DESC' } } => ({
  take: rows,
  order: { code: backward ? 'DESC' : 'ASC' },
});
