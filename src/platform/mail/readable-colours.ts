export interface Colours {
  readonly background: string;
  readonly text: string;
}

const OUR_OWN: Colours = { background: '#24435c', text: '#ffffff' };
const HEX = /^#[0-9a-f]{6}$/i;
/** What WCAG 2.2 AA asks of ordinary text. */
const ENOUGH = 4.5;

/** The sender's colours, made readable: when the two are too close, black or white takes the place of the text's. */
export function readableColours(background: string, text: string): Colours {
  if (!HEX.test(background)) return OUR_OWN;
  if (HEX.test(text) && contrast(background, text) >= ENOUGH) return { background, text };
  return { background, text: contrast(background, '#ffffff') >= ENOUGH ? '#ffffff' : '#000000' };
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map(at => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
