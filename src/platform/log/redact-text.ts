const TELLING_TEXT: readonly (readonly [RegExp, string])[] = [
  [/\baffilia_[a-z]+_[\w-]{8,}/g, '[secret]'],
  [/\beyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?/g, '[token]'],
  [/\b(?:bearer|basic)\s+[\w.~+/=-]{8,}/gi, '[credentials]'],
  [/\$argon2\w*\$[^\s"']+/g, '[hash]'],
  [/\b([a-z][a-z\d+.-]*:\/\/)[^\s/@:]+:[^\s/@]+@/gi, '$1[credentials]@'],
  [/[^\s@"'<>()[\]{}:,;]+@[^\s@"'<>()[\]{}:,;]+\.[\p{L}\d-]{2,}/gu, '[address]'],
];

const LONGEST_TEXT = 2_000;

/** The text without what looks like a secret or an address. */
export function redactText(text: string): string {
  const short = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
  return TELLING_TEXT.reduce((clean, [pattern, mark]) => clean.replace(pattern, mark), short);
}
