import { PAGE, type Pdf } from './page.ts';

/** Between rows, and on each side of a cell: a number at the right never touches the word that begins the next. */
const PADDING = 3;
const GUTTER = 6;
const SIZE = 8.5;
const LINE_GAP = 1;

export interface PdfColumn {
  readonly title: string;
  /** Of the width of the page; they add up to one. */
  readonly share: number;
  readonly align: 'left' | 'right';
}

export interface PdfRow {
  readonly cells: readonly string[];
  /** A sum, printed in bold below a line. */
  readonly isTotal?: boolean;
}

export interface PdfTable {
  /** What the table holds, for whoever does not see it. */
  readonly summary: string;
  readonly columns: readonly PdfColumn[];
  readonly rows: readonly PdfRow[];
}

type Element = PDFKit.PDFStructureElement;

interface Cell {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly align: 'left' | 'right';
}

/** Draws a table from `y` on, row by row and never through one; gives where it ends. */
export function drawTable(pdf: Pdf, parent: Element, table: PdfTable, y: number, turn: () => number): number {
  const element = pdf.struct('Table', { title: table.summary });
  parent.add(element);
  const header = cellsOf(
    table,
    table.columns.map(({ title }) => title),
  );
  let at = y;
  const place = (height: number, isFirst: boolean): void => {
    if (at + height <= PAGE.bottom) return;
    at = turn();
    if (!isFirst) at = drawHeaderAgain(pdf, header, at);
  };

  place(heightOf(pdf, header, true) * 3, true);
  at = drawRow(pdf, element, header, at, 'TH');
  for (const row of table.rows) {
    const cells = cellsOf(table, row.cells);
    place(heightOf(pdf, cells, row.isTotal === true), false);
    at = drawRow(pdf, element, cells, at, row.isTotal === true ? 'TOTAL' : 'TD');
  }
  element.end();
  return at + 10;
}

function cellsOf({ columns }: PdfTable, texts: readonly string[]): readonly Cell[] {
  let x = PAGE.left;
  return columns.map(({ share, align }, place) => {
    const width = (PAGE.right - PAGE.left) * share;
    const cell = { text: texts[place] ?? '', x: x + GUTTER, width: width - 2 * GUTTER, align };
    x += width;
    return cell;
  });
}

function heightOf(pdf: Pdf, cells: readonly Cell[], isBold: boolean): number {
  pdf.font(isBold ? 'bold' : 'regular').fontSize(SIZE);
  const heights = cells.map(({ text, width }) => pdf.heightOfString(text, { width, lineGap: LINE_GAP }));
  return Math.max(...heights) + 2 * PADDING;
}

function drawRow(
  pdf: Pdf,
  table: Element,
  cells: readonly Cell[],
  y: number,
  kind: 'TH' | 'TD' | 'TOTAL',
): number {
  const height = heightOf(pdf, cells, kind !== 'TD');
  if (kind === 'TOTAL') rule(pdf, y);
  const row = pdf.struct('TR');
  table.add(row);
  for (const [place, cell] of cells.entries()) {
    const draw = (): void => drawCell(pdf, cell, y);
    const isHeading = kind === 'TH' || place === 0;
    const scope = kind === 'TH' ? 'Column' : 'Row';
    row.add(isHeading ? pdf.struct('TH', { scope } as never, draw) : pdf.struct('TD', {}, draw));
  }
  row.end();
  if (kind === 'TH') rule(pdf, y + height);
  return y + height;
}

function drawHeaderAgain(pdf: Pdf, cells: readonly Cell[], y: number): number {
  const height = heightOf(pdf, cells, true);
  pdf.markContent('Artifact', { type: 'Pagination' });
  for (const cell of cells) drawCell(pdf, cell, y);
  pdf.endMarkedContent();
  rule(pdf, y + height);
  return y + height;
}

function drawCell(pdf: Pdf, { text, x, width, align }: Cell, y: number): void {
  pdf.text(text, x, y + PADDING, { width, align, lineGap: LINE_GAP });
}

function rule(pdf: Pdf, y: number): void {
  pdf.markContent('Artifact', { type: 'Layout' });
  pdf.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.5).strokeColor('#444444').stroke();
  pdf.endMarkedContent();
}
