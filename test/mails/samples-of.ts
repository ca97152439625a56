import type { AnyLetter, Letter } from '../../src/platform/mail/letter.ts';

/** What a letter may have to tell. */
export interface LetterSample {
  readonly letter: AnyLetter;
  readonly values: object;
  readonly secret: string;
}

/** One letter with values of every kind that it has words of its own for. */
export const samplesOf = <Values extends object>(
  letter: Letter<Values>,
  { secret = '', values }: { readonly secret?: string; readonly values: readonly Values[] },
): LetterSample[] => values.map(one => ({ letter, values: one, secret }));

export const page = 'https://aqpm.example/page';
export const link = { secret: 'affilia_once_Secret-1', values: [{ page }] };
export const person = 'Ève L’Écuyer <& filles>';
export const association = 'Association des mots & des <lettres>';
export const whether = [true, false] as const;
export const organization = 'Boréal & filles <inc.>';
