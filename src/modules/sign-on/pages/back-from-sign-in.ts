import type { FastifyRequest } from 'fastify';

/** The provider brings what the account pages have no use for, and what should not stand in an address. */
export function isBackFromSignIn({ query }: Pick<FastifyRequest, 'query'>): boolean {
  const { code, error } = query as Readonly<Record<string, unknown>>;
  return code !== undefined || error !== undefined;
}
