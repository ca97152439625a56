import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** It has every letter of the languages of this country, the syllabics of Cree and Inuktitut among them. */
const FOLDER = 'dejavu-fonts-ttf/ttf';
const { resolve } = createRequire(import.meta.url);

const read = (name: string): (() => Buffer) => {
  let kept: Buffer | null = null;
  return () => (kept ??= readFileSync(resolve(`${FOLDER}/${name}.ttf`)));
};

export const FONTS = { regular: read('DejaVuSans'), bold: read('DejaVuSans-Bold') } as const;
export type FontName = keyof typeof FONTS;
