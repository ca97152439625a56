import { createHash } from 'node:crypto';
import { GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import type { ClientId } from '../../../kernel/id.ts';
import type { Context } from '../../../platform/context.ts';
import { within } from '../../../platform/database/database.ts';
import { statement } from '../../../platform/database/statement.ts';
import { loneMutations } from '../../../platform/graphql/enforce-policy.ts';
import { Fault } from '../../../platform/graphql/faults.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { createDocumentLimits } from '../../../platform/graphql/limits.ts';
import { changeClient } from './change-client.ts';
import type { ClientFacts } from './client-facts.ts';
import { clientToChange } from './clients-in-care.ts';

export interface RegisterClientDocuments {
  readonly clientId: string;
  readonly documents: readonly string[];
}

export interface RegisteredDocuments {
  readonly id: ClientId;
  readonly sha256: readonly string[];
  /** Those that were not there before. */
  readonly added: readonly string[];
}

export const MOST_DOCUMENTS = 100;
export const LONGEST_DOCUMENT = 16_000;

const addMissing = statement<{ readonly sha256: string }>(
  'client-documents-add',
  `insert into client_document (client_id, sha256, text, registered_at)
   select $1, wanted.sha256, wanted.text, $4 from unnest($2::text[], $3::text[]) as wanted (sha256, text)
   on conflict do nothing returning sha256`,
);

/** What PostgreSQL does not keep as it came. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

const { BAD_FORMAT, NOT_ALLOWED, TOO_LONG } = InputIssueCode;

/**
 * Makes a site's own GraphQL documents ones that its publishable key may run in a live realm. None is taken back:
 * pages that send it may be open for long.
 */
export async function registerClientDocuments(
  context: Context,
  schema: GraphQLSchema,
  input: RegisterClientDocuments,
): Promise<RegisteredDocuments> {
  const client = await clientToChange(context, input.clientId);
  judge(context, schema, client, input.documents);

  const texts = new Map(input.documents.map(text => [digestOf(text), text]));
  const sha256 = [...texts.keys()];
  let added: readonly { readonly sha256: string }[] = [];
  const id = await changeClient(context, client, {
    act: 'registerClientDocuments',
    before: null,
    after: { sha256 },
    async apply(tx) {
      added = await within(tx, addMissing, [client.id, sha256, [...texts.values()], context.clock.now()]);
    },
  });
  const fresh = new Set(added.map(row => row.sha256));
  return { id, sha256, added: sha256.filter(one => fresh.has(one)) };
}

/** A document that could never run is refused now, and not when a member opens the page that sends it. */
function judge(
  { wording }: Context,
  schema: GraphQLSchema,
  { kind }: ClientFacts,
  documents: readonly string[],
): void {
  const issues = new InputIssues(wording);
  const judgeLimits = createDocumentLimits(loneMutations(schema));
  if (kind === 'SECRET') issues.add('documents', NOT_ALLOWED, 'integrations.issue.documentsOfTool');
  documents.forEach((text, i) => {
    const path = ['documents', String(i)];
    if (text.length > LONGEST_DOCUMENT) {
      issues.add(path, TOO_LONG, undefined, { max: LONGEST_DOCUMENT });
      return;
    }
    if (UNSTORABLE.test(text)) {
      issues.add(path, BAD_FORMAT);
      return;
    }
    try {
      judgeLimits(text);
      const [mistake] = validate(schema, parse(text), undefined, { maxErrors: 1 });
      if (mistake) throw mistake;
    } catch (error) {
      if (error instanceof Fault) issues.add(path, BAD_FORMAT, error.wordingKey, error.values);
      else if (error instanceof GraphQLError)
        issues.add(path, BAD_FORMAT, 'Fault.BAD_REQUEST.DOCUMENT', placeOf(error));
      else throw error;
    }
  });
  issues.refuseIfAny();
}

const placeOf = ({ locations }: GraphQLError): { line: number; column: number } => ({
  line: locations?.[0]?.line ?? 1,
  column: locations?.[0]?.column ?? 1,
});

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
