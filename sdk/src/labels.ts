/** The labels of the API's enumerations in both languages, without a request. Import those that you show. */
export { labelOf, type Label, type Labels } from './label.ts';
export * from './generated/labels.ts';
