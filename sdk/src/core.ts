import type { TypedDocument } from './document.ts';
import type { OutcomeOf, ResultMember } from './outcome.ts';
import type { Destination } from './send.ts';
import type { Session } from './session.ts';

/** Speaks for whoever is signed in, or, when `ANONYMOUS`, for nobody: a stale session must not hinder a new one. */
export type Speaker = 'PERSON' | 'ANONYMOUS';

/** What a module builds its calls on. */
export interface Core {
  request<Data, Variables>(
    document: TypedDocument<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
    speaker?: Speaker,
  ): Promise<Data>;

  /** For operations whose root is aliased `result`. A session in the success is adopted. */
  act<Result extends ResultMember, Variables>(
    document: TypedDocument<{ readonly result: Result }, Variables>,
    variables: Variables,
    signal?: AbortSignal,
    speaker?: Speaker,
  ): Promise<OutcomeOf<Result>>;

  readonly session: Session;

  /** Where the site's own service is, and in which language it is asked. */
  readonly destination: Destination;
}

/** A part of the SDK that a site plugs in with `use`. */
export type Module<Calls> = (core: Core) => Calls;
