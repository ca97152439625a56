import type { Answer, Asked, Portal } from '../support/portal.ts';
import { documentOf, type Operation } from './every-operation.ts';

export type Data = Readonly<Record<string, { readonly __typename: string } | null>> | null;

/** Asks for no more than what kind of answer it is. */
export const askBriefly = (
  portal: Portal,
  operation: Operation,
  variables: object,
  asked: Asked,
): Promise<Answer<Data>> =>
  portal.graphql<Data>(
    documentOf(operation, operation.name === 'labels' ? 'value' : '__typename'),
    variables,
    asked,
  );

/** The answer as it came, without what differs from request to request. */
export const bare = ({ text }: { readonly text: string }): string =>
  text.replaceAll(/"requestId":"[\w-]+"/g, '');

export const codes = ({ errors }: Pick<Answer<unknown>, 'errors'>): string[] =>
  errors.map(error => error.extensions.code);
