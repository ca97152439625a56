import type { Wording } from '../wording/wording.ts';

/** One part of a letter, drawn as HTML and as plain text alike. */
export type LetterPart =
  /** Paragraphs; an empty line parts two of them. */
  | { readonly kind: 'TEXT'; readonly text: string }
  /** A code that people read and type. The label takes no colon. */
  | { readonly kind: 'CODE'; readonly label: string; readonly code: string }
  /** A link shown as a button. Opening it is a GET and must change nothing. */
  | { readonly kind: 'ACTION'; readonly label: string; readonly url: string };

export interface LetterBody {
  readonly subject: string;
  readonly parts: readonly LetterPart[];
  /** Why the reader gets this letter, as one sentence for the footer. A general one stands in for it. */
  readonly reason?: string;
}

/** Who a letter is from, in the reader's language. The footer carries the postal address and how to reach somebody. */
export interface Sender {
  readonly name: string;
  readonly address: string;
  readonly postalAddress: string;
  readonly supportEmail: string;
  /** E.164. */
  readonly supportPhone: string | null;
  readonly website: string;
  readonly colour: string;
  readonly textColour: string;
}

export interface Composing<Values> {
  readonly wording: Wording;
  readonly values: Values;
  readonly sender: Sender;
  /** The one-time secret of this mail, opened only now; empty for letters without one. */
  readonly secret: string;
}

/**
 * A kind of mail. `values` are stored with the mail and hold no secret. A letter with a secret is not sent once
 * `sendBefore` has passed, and its secret is erased from the row as soon as the mail is handed over or given up.
 */
export interface Letter<Values extends object> {
  readonly name: string;
  readonly compose: (composing: Composing<Values>) => LetterBody;
}

/** Values differ from letter to letter; each letter knows its own. */
export type AnyLetter = Letter<never>;

export const defineLetter = <Values extends object>(
  name: string,
  compose: Letter<Values>['compose'],
): Letter<Values> => ({ name, compose });
