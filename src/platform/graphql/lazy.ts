import type { Context } from '../context.ts';

/**
 * A field that a read may have brought along. graphql-js calls it when it is a function, so that a view which holds
 * everything costs nothing per field, and any other view fetches the part when somebody asks for it.
 */
export type Lazy<T> = T | ((args: object, context: Context) => T | Promise<T>);
