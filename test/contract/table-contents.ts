import { Client } from 'pg';
import type { Portal } from '../support/portal.ts';

/** Looks into every table of a portal, the queue's included, as somebody who may see all of them. */
export interface TableReader {
  readonly names: readonly string[];
  /** By table: how many rows there are, and the last transaction that wrote one of them or what they hold. */
  fingerprints(except?: readonly string[]): Promise<Readonly<Record<string, string>>>;
  /** Everything that a table holds, value by value. */
  values(name: string): Promise<readonly (Buffer | string)[]>;
  /** From now on nobody has tried before, so that no limit hides an answer. */
  stopCountingAttempts(): Promise<void>;
  close(): Promise<void>;
}

const BYTEA = 17;
/** Rewritten by what changes nothing: a note of when a key was used, and a guess that is counted and given back. */
const REWRITTEN: Readonly<Record<string, string>> = {
  'public.client_key': "to_jsonb(t) - 'last_used_at'",
  'public.completion_link': 't',
};
const printOf = (name: string): string =>
  name in REWRITTEN ? `sum(hashtextextended((${REWRITTEN[name]!})::text, 0))` : 'max(t.xmin::text::bigint)';

export async function openTables(portal: Portal): Promise<TableReader> {
  const { administrationUrl } = JSON.parse(process.env['AFFILIA_TEST_DATABASE'] ?? '{}') as {
    administrationUrl: string;
  };
  const everything = new Client({
    connectionString: administrationUrl.replace(/[^/]*$/, portal.ownerUrl.split('/').at(-1)!),
    types: {
      getTypeParser: (oid: number) => (text: string) =>
        oid === BYTEA ? Buffer.from(text.slice(2), 'hex') : text,
    },
  });
  await everything.connect();
  const { rows } = await everything.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
     order by 1`,
  );
  const names = rows.map(({ name }) => name);
  return {
    names,
    async fingerprints(except = []) {
      const parts = names
        .filter(name => !except.includes(name))
        .map(
          name =>
            `select '${name}' as name, count(*) || ' ' || coalesce(${printOf(name)}, 0) as print from ${name} t`,
        );
      // Named, because to plan it takes longer than to run it.
      const found = await everything.query<{ name: string; print: string }>({
        name: `fingerprints except ${except.join()}`,
        text: parts.join(' union all '),
      });
      return Object.fromEntries(found.rows.map(({ name, print }) => [name, print]));
    },
    async values(name) {
      const found = await everything.query<(Buffer | string | null)[]>({
        text: `select * from ${name}`,
        rowMode: 'array',
      });
      return found.rows.flat().filter(value => value !== null);
    },
    async stopCountingAttempts() {
      await everything.query(`
        delete from attempt_window;
        create function count_nothing() returns trigger language plpgsql as
          $$ begin new.instants = '{}'; new.attempts = '{}'; return new; end $$;
        create trigger count_nothing before insert or update on attempt_window
          for each row execute function count_nothing()`);
    },
    close: () => everything.end(),
  };
}
