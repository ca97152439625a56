import { Client } from 'pg';
import type { Portal } from '../support/portal.ts';

/** Looks into every table of a portal, the queue's included, as somebody who may see all of them. */
export interface TableReader {
  readonly names: readonly string[];
  /** By table: how many rows were written since this was first asked, or what it holds. */
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
const CONTENTS = Object.entries(REWRITTEN)
  .map(
    ([name, row]) => `select '${name}', coalesce(sum(hashtextextended((${row})::text, 0)), 0) from ${name} t`,
  )
  .join(' union all ');

/** Notes each row that is written, in the transaction that writes it: what is rolled back is noted nowhere. */
const noteWritesTo = (names: readonly string[]): string => `
  create schema noted;
  create unlogged table noted.write (name text not null);
  create function noted.note() returns trigger language plpgsql security definer as
    $$ begin insert into noted.write values (tg_argv[0]); return null; end $$;
  ${names
    .filter(name => !(name in REWRITTEN))
    .map(
      name =>
        `create trigger noted after insert or update or delete on ${name}
           for each row execute function noted.note('${name}');`,
    )
    .join(' ')}`;

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
  let noting: Promise<unknown> | undefined;
  const prints: Record<string, string> = {};
  return {
    names,
    async fingerprints(except = []) {
      await (noting ??= everything.query(noteWritesTo(names)));
      // To look at two hundred tables takes longer than most requests.
      const found = await everything.query<{ name: string; print: string }>({
        name: 'fingerprints',
        text: `with noted as (delete from noted.write returning name)
          select name, count(*) as print from noted group by name union all ${CONTENTS}`,
      });
      for (const { name, print } of found.rows)
        prints[name] = name in REWRITTEN ? print : String(Number(prints[name] ?? 0) + Number(print));
      return Object.fromEntries(Object.entries(prints).filter(([name]) => !except.includes(name)));
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
