import type { Answer, Asked, Portal } from '../support/portal.ts';
import {
  send as sendAccount,
  type Operation as AccountOperation,
  type Tokens,
} from '../accounts/operations.ts';
import { send as sendInvitation, type Operation as InvitationOperation } from '../invitations/operations.ts';
import {
  send as sendFactor,
  type Operation as FactorOperation,
  type Result as FactorResult,
} from '../second-factors/operations.ts';
import { readingsOf } from './secret-spellings.ts';
import type { TableReader } from './table-contents.ts';

export interface Result {
  readonly __typename: string;
  readonly session: Tokens;
  readonly rows: readonly { readonly invitation: { readonly id: string } }[];
}

/** Performs acts, and keeps what they answered, which secrets they made, and what was stored after each of them. */
export interface Watch {
  /** By a name that says what kind of secret it is. */
  readonly secrets: ReadonlyMap<string, string>;
  readonly answers: readonly {
    readonly operation: string;
    readonly text: string;
    readonly headers: string;
  }[];
  /** By table: every value that was ever stored there, in each way in which it can be read. */
  readonly held: ReadonlyMap<string, ReadonlySet<string>>;
  keep(kind: string, secret: string): string;
  look(): Promise<void>;
  call(operation: string, sent: Promise<Answer<unknown>>): Promise<Answer<unknown>>;
  account(name: AccountOperation, input: object, asked?: Asked): Promise<Result>;
  invitation(name: InvitationOperation, input: object, asked?: Asked): Promise<Result>;
  factor(name: FactorOperation, input: object, asked?: Asked): Promise<FactorResult>;
}

export function openWatch(portal: Portal, tables: TableReader): Watch {
  const secrets = new Map<string, string>();
  const answers: Watch['answers'][number][] = [];
  const held = new Map<string, Set<string>>();

  const keep = (kind: string, secret: string): string => {
    secrets.set(`${kind} ${secrets.size}`, secret);
    return secret;
  };
  let prints: Readonly<Record<string, string>> | undefined;
  const look = async (): Promise<void> => {
    const before = prints;
    prints = await tables.fingerprints();
    for (const name of tables.names.filter(one => before === undefined || before[one] !== prints?.[one])) {
      const known = held.get(name) ?? new Set();
      for (const value of await tables.values(name)) readingsOf(value).forEach(text => known.add(text));
      held.set(name, known);
    }
  };
  const call: Watch['call'] = async (operation, sent) => {
    const answer = await sent;
    answers.push({ operation, text: answer.text, headers: [...answer.headers].join(' ') });
    await look();
    return answer;
  };
  const resultOf = async <R extends { readonly session: Tokens | null }>(
    name: string,
    sent: Promise<Answer<unknown>>,
  ): Promise<R> => {
    const { data, errors } = await call(name, sent);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    const result = (data as Record<string, R>)[name]!;
    const { session } = result;
    if (session) {
      keep('access token', session.accessToken);
      keep('signature', session.accessToken.split('.')[2]!);
      keep('refresh token', session.refreshToken);
    }
    return result;
  };
  return {
    secrets,
    answers,
    held,
    keep,
    look,
    call,
    account: (name, input, asked) => resultOf(name, sendAccount(portal, name, input, asked)),
    invitation: (name, input, asked) => resultOf(name, sendInvitation(portal, name, input, asked)),
    factor: (name, input, asked) => resultOf(name, sendFactor(portal, name, input, asked)),
  };
}
