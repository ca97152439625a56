import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.ts';
import { DOCUMENT_LIMITS } from '../graphql/limits.ts';
import { formatError, maskErrors } from '../graphql/mask-errors.ts';
import type { Log } from '../log/log.ts';

export interface ApolloOptions {
  readonly schema: GraphQLSchema;
  readonly introspection: boolean;
  readonly log: Log;
  /** Run after the answer has got its final words. */
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

/** Worse documents than this many mistakes are not read to the end. */
const MOST_ERRORS = 20;

export async function startApollo({
  schema,
  introspection,
  log,
  plugins,
}: ApolloOptions): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection,
    formatError,
    nodeEnv: 'production',
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    csrfPrevention: true,
    persistedQueries: false,
    // The process has its own way of stopping, and Apollo's would leave the database running.
    stopOnTerminationSignals: false,
    parseOptions: { maxLexicalTokens: DOCUMENT_LIMITS.tokens },
    validationOptions: { maxErrors: MOST_ERRORS },
    logger: {
      debug: (text: unknown) => log.debug({ text: String(text) }, 'apollo'),
      info: (text: unknown) => log.info({ text: String(text) }, 'apollo'),
      warn: (text: unknown) => log.warn({ text: String(text) }, 'apollo'),
      // What Apollo says here may quote an input; the mask has logged what matters.
      error: () => log.error({}, 'apollo failed'),
    },
    plugins: [
      // It looks at every field of every answer and doubles the cost of a list.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      maskErrors(),
      ...plugins,
    ],
  });
  await apollo.start();
  return apollo;
}
