/** What an uncompressed PDF of the house says: enough of the format to read its text and its structure. */
export interface ReadPdf {
  /** The text of each page, marked content by marked content, in the order in which it is drawn. */
  readonly pages: readonly string[];
  readonly text: string;
  /** How often each kind of structure element stands in it. */
  readonly tags: ReadonlyMap<string, number>;
  /** All of it, as Latin-1. */
  readonly source: string;
}

const OBJECT = /(\d+) 0 obj\n([\s\S]*?)\nendobj/g;

export function readPdf(content: Buffer): ReadPdf {
  const source = content.toString('latin1');
  const objects = new Map([...source.matchAll(OBJECT)].map(([, id = '', body = '']) => [id, body]));
  const at = (id: string | undefined): string => objects.get(id ?? '') ?? '';
  const pages = [...objects.values()]
    .filter(body => /\/Type \/Page\n/.test(body))
    .map(page => {
      const fonts = fontsOf(at, page);
      const stream = at(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
      return textOf(stream, fonts);
    });
  const tags = new Map<string, number>();
  for (const [, tag = ''] of source.matchAll(/\/S \/([A-Z][A-Za-z0-9]*)\n/g))
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
  return { pages, text: pages.join('\n'), tags, source };
}

type Fonts = ReadonlyMap<string, readonly string[]>;

function fontsOf(at: (id: string | undefined) => string, page: string): Fonts {
  const resources = at(/\/Resources (\d+) 0 R/.exec(page)?.[1]);
  const named = /\/Font <<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...named.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => {
      const map = at(/\/ToUnicode (\d+) 0 R/.exec(at(id))?.[1]);
      const letters = [...map.matchAll(/<[0-9a-f]{4}> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(
        ([, list = '']) => [...list.matchAll(/<([0-9a-f ]+)>/g)].map(([, codes = '']) => lettersOf(codes)),
      );
      return [name, letters];
    }),
  );
}

const lettersOf = (codes: string): string =>
  String.fromCharCode(
    ...(codes.replaceAll(' ', '').match(/.{4}/g) ?? []).map(code => Number.parseInt(code, 16)),
  );

function textOf(stream: string, fonts: Fonts): string {
  let letters: readonly string[] = [];
  let text = '';
  for (const [, font, shown, ended] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ|(EMC)/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? [];
    if (ended !== undefined) text += '\n';
    if (shown === undefined) continue;
    for (const [, glyphs = ''] of shown.matchAll(/<([0-9a-f]+)>/g))
      text += (glyphs.match(/.{4}/g) ?? []).map(glyph => letters[Number.parseInt(glyph, 16)] ?? '?').join('');
    text += ' ';
  }
  return text.replaceAll(/ +/g, ' ').replaceAll(/ *\n */g, '\n');
}
