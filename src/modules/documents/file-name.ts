import type { SeenType } from './upload-purpose.ts';

export const LONGEST_FILE_NAME = 200;

/** A separator would make a path of it, on one system or another; the rest no system takes in a name. */
const NEVER_IN_A_NAME = /[/\\:*?"<>|]/;

export const isFileName = (name: string): boolean => !NEVER_IN_A_NAME.test(name) && !/^\.*$/.test(name);

const ENDINGS: Readonly<Record<SeenType, readonly [string, ...string[]]>> = {
  'text/csv': ['csv', 'txt', 'tsv'],
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic'],
};

/** The name under which a file is given back: a picture that was called a program is called a picture. */
export function namedAfter(name: string, type: SeenType): string {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return ENDINGS[type].includes(ending) ? name : `${name}.${ENDINGS[type][0]}`;
}
