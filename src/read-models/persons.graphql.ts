import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { StaffRole } from '../modules/associations/index.ts';
import { Person, type PersonFacts } from '../modules/people/index.ts';
import type { Context } from '../platform/context.ts';
import { statement, type Statement } from '../platform/database/statement.ts';
import { ConnectionArgs, connectionOf, toConnection } from '../platform/graphql/connection.ts';
import { LARGEST_PAGE, pageOf } from '../platform/graphql/page-window.ts';
import { Policy } from '../platform/graphql/policy.ts';
import { foundBetween, nameWindow } from './keyset.ts';
import { associationOfStaff } from './staff-list.ts';

@InputType({ description: 'Which people.' })
export class PersonFilter {
  @Field(() => ID, { description: 'Who has them on file; not the bodies below it.' })
  associationId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How their family name starts, whatever accents and case; at most 100 characters.',
  })
  search?: string | null;
}

export const PersonConnection = connectionOf<Person>('Person', () => Person);

type Row = PersonFacts & { readonly searchKey: string };

/** Those who see a record by its id see the list of records. */
const READERS = [StaffRole.ADMIN, StaffRole.MEMBERSHIP] as const;

const WHERE = `where association_id = $1
  and (search_key, id) > ($2, $3::uuid) and (search_key, id) < ($4, $5::uuid)`;

// Within the longest page there is, so that the plan does not hang on the number that is asked for.
const readPage = (name: string, order: 'asc' | 'desc'): Statement<Row> =>
  statement(
    name,
    `select * from (
       select id, account_id as "accountId", given_name as "givenName", family_name as "familyName", locale,
         contact_email as "contactEmail", work_phone as "workPhone",
         work_phone_extension as "workPhoneExtension", search_key as "searchKey"
       from person ${WHERE} order by search_key ${order}, id ${order} limit ${LARGEST_PAGE + 1}) page
     order by "searchKey" ${order}, id ${order} limit $6`,
  );

const readPersons = readPage('persons', 'asc');
const readPersonsBackward = readPage('persons-backward', 'desc');
const count = statement<{ total: number }>(
  'persons-count',
  `select count(*)::int as total from person ${WHERE}`,
);

@Resolver()
export class PersonsResolver {
  @Policy('STAFF')
  @Query(() => PersonConnection, {
    description:
      'The people whom an association has on file, by family name: members, delegates and those who were invited. Role ADMIN or MEMBERSHIP there.',
  })
  async persons(
    @Ctx() context: Context,
    @Arg('filter', () => PersonFilter) { associationId, search }: PersonFilter,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<InstanceType<typeof PersonConnection>> {
    const { id } = await associationOfStaff(context, associationId, READERS);
    const window = nameWindow(args, search);
    const read = window.backward ? readPersonsBackward : readPersons;
    return toConnection(
      PersonConnection,
      pageOf(window, {
        rows: await context.db.read(read, [id, ...window.between, window.rows]),
        cursorOf: row => [row.searchKey, row.id],
        nodeOf: row => new Person(row),
        totalCount: async () => (await context.db.read(count, [id, ...foundBetween(search)]))[0]?.total ?? 0,
      }),
    );
  }
}
