import type { PersonId } from '../../../kernel/id.ts';
import { defineLoader, type Loader } from '../../../platform/database/loader.ts';
import { statement } from '../../../platform/database/statement.ts';

export interface PrincipalThen {
  readonly id: PersonId;
  readonly givenName: string;
  readonly familyName: string;
}

const then = statement<PrincipalThen & { readonly place: number }>(
  'principals-at-instants',
  `select asked.place::int, p.id, p.given_name as "givenName", p.family_name as "familyName"
   from unnest($1::uuid[], $2::timestamptz[]) with ordinality asked (organization_id, at, place)
   join delegation d on d.organization_id = asked.organization_id and d.role = 'PRINCIPAL'
     and d.from_at <= asked.at and (d.to_at is null or d.to_at > asked.at)
   join person p on p.id = d.person_id`,
);

/** Who was principal of an organization at an instant, written `<organization> <instant>`. */
export const principalAt: Loader<string, PrincipalThen | null> = defineLoader(
  async (context, keys: readonly string[]) => {
    const asked = keys.map(key => key.split(' '));
    const rows = await context.db.read(then, [asked.map(([id]) => id), asked.map(([, at]) => at)]);
    return keys.map((_, i) => rows.find(({ place }) => place === i + 1) ?? null);
  },
);
