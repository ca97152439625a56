import PDFDocument from 'pdfkit';
import type { Locale } from '../../kernel/locale.ts';
import { FONTS, type FontName } from './fonts.ts';
import { PAGE, type Pdf } from './page.ts';
import { drawTable, type PdfTable } from './pdf-table.ts';

const TEXT_WIDTH = PAGE.right - PAGE.left;
const LINE_GAP = 2;

export interface PdfFacts {
  readonly title: string;
  /** Who speaks in the document. */
  readonly author: string;
  readonly locale: Locale;
  /** When what it says was decided: a reprint says the same. */
  readonly at: Date;
  /** Told at the foot of each page. */
  readonly footer: (page: number, pages: number) => string;
}

export interface TextStyle {
  readonly size?: number;
  readonly font?: FontName;
  /** Points left free below. */
  readonly after?: number;
}

type Element = PDFKit.PDFStructureElement;

/**
 * A tagged document after PDF/UA, read from top to bottom: headings, paragraphs, blocks beside each other, and tables.
 * The same calls make the same bytes, in whatever process and whenever: nothing in it is random, of today, or packed
 * by a library of the machine. It holds no link, form or script.
 */
export class PdfSheet {
  readonly #pdf: Pdf;
  readonly #root: Element;
  readonly #facts: PdfFacts;
  readonly #done: Promise<Buffer>;
  #y: number = PAGE.top;

  constructor(facts: PdfFacts) {
    this.#facts = facts;
    this.#pdf = new PDFDocument({
      pdfVersion: '1.7',
      subset: 'PDF/UA',
      tagged: true,
      lang: facts.locale,
      displayTitle: true,
      compress: false,
      bufferPages: true,
      size: 'LETTER',
      margin: 0,
      font: FONTS.regular(),
      info: { Title: facts.title, Author: facts.author, CreationDate: facts.at, ModDate: facts.at },
    } as unknown as PDFKit.PDFDocumentOptions);
    for (const [name, content] of Object.entries(FONTS)) this.#pdf.registerFont(name, content());
    this.#done = gathered(this.#pdf);
    this.#root = this.#pdf.struct('Document');
    this.#pdf.addStructure(this.#root);
  }

  heading(level: 1 | 2, text: string, { size = level === 1 ? 18 : 12, after = 8 }: TextStyle = {}): void {
    this.#write(`H${String(level)}`, text, { size, font: 'bold', after });
  }

  paragraph(text: string, style: TextStyle = {}): void {
    this.#write('P', text, style);
  }

  /** Blocks of lines beside each other, each read whole before the next one. */
  blocks(blocks: readonly (readonly string[])[], { size = 9, after = 14 }: TextStyle = {}): void {
    const width = (TEXT_WIDTH - 18 * (blocks.length - 1)) / blocks.length;
    const pdf = this.#pdf.font('regular').fontSize(size);
    const heights = blocks.map(lines =>
      lines.map(line => pdf.heightOfString(line, { width, lineGap: LINE_GAP })),
    );
    this.#room(Math.max(0, ...heights.map(sum)));
    for (const [place, lines] of blocks.entries()) {
      const block = pdf.struct('Div');
      this.#root.add(block);
      const x = PAGE.left + place * (width + 18);
      let y = this.#y;
      for (const [at, line] of lines.entries()) {
        const top = y;
        block.add(pdf.struct('P', {}, () => void pdf.text(line, x, top, { width, lineGap: LINE_GAP })));
        y += heights[place]?.[at] ?? 0;
      }
      block.end();
    }
    this.#y += Math.max(0, ...heights.map(sum)) + after;
  }

  /** Its header is repeated on each page that it goes on, for the eye alone. */
  table(table: PdfTable): void {
    this.#y = drawTable(this.#pdf, this.#root, table, this.#y, () => this.#turn());
  }

  /** The whole document; nothing can be added after it. */
  async end(): Promise<Buffer> {
    this.#root.end();
    const { count } = this.#pdf.bufferedPageRange();
    for (let page = 0; page < count; page += 1) {
      this.#pdf.switchToPage(page);
      this.#pdf.font('regular').fontSize(8).fillColor('#444444');
      this.#pdf.markContent('Artifact', { type: 'Pagination' });
      this.#pdf.text(this.#facts.footer(page + 1, count), PAGE.left, PAGE.footer, {
        width: TEXT_WIDTH,
        align: 'center',
        lineBreak: false,
      });
      this.#pdf.endMarkedContent();
    }
    this.#pdf.end();
    return this.#done;
  }

  #write(tag: string, text: string, { size = 9, font = 'regular', after = 6 }: TextStyle): void {
    const pdf = this.#pdf.font(font).fontSize(size);
    const shape = { width: TEXT_WIDTH, lineGap: LINE_GAP };
    const height = pdf.heightOfString(text, shape);
    this.#room(height);
    this.#root.add(pdf.struct(tag, {}, () => void pdf.text(text, PAGE.left, this.#y, shape)));
    this.#y += height + after;
  }

  #room(height: number): void {
    if (this.#y + height > PAGE.bottom) this.#y = this.#turn();
  }

  #turn(): number {
    this.#pdf.addPage();
    return PAGE.top;
  }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

function gathered(pdf: Pdf): Promise<Buffer> {
  const parts: Buffer[] = [];
  return new Promise((resolve, reject) => {
    pdf.on('data', (part: Buffer) => void parts.push(part));
    pdf.on('end', () => resolve(Buffer.concat(parts)));
    pdf.on('error', reject);
  });
}
