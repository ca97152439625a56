/** Of a letter sheet, in points. */
export const PAGE = {
  width: 612,
  height: 792,
  left: 54,
  right: 558,
  top: 54,
  bottom: 730,
  footer: 748,
} as const;

export type Pdf = PDFKit.PDFDocument;
