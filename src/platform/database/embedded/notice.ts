/** What the person who started the product may want to know; the caller words it. */
export type EmbeddedNotice =
  /** A new, empty database was made in this directory. */
  | { readonly kind: 'CREATED'; readonly directory: string }
  /** A server was already running on the data (left by a killed process, or shared) and is used as it is. */
  | { readonly kind: 'ADOPTED'; readonly port: number }
  /**
   * The server's user cannot enter our directories: its programs, and with `data` the database too, live in `place`.
   * Said at every start.
   */
  | { readonly kind: 'ELSEWHERE'; readonly place: string; readonly data: boolean };
