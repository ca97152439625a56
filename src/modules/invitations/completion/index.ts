/** First access of people without an e-mail address: links on paper, and what is known besides. */
import { CompleteFirstAccessResolver } from './complete-first-access.graphql.ts';
import { CompletionLinkEntity } from './completion-link.entity.ts';
import { CompletionLinkResolver } from './completion-link.graphql.ts';
import { ExportCompletionLinksResolver } from './export-completion-links.graphql.ts';

export { completeFirstAccess } from './complete-first-access.ts';
export { COMPLETION, type CompletionFacts } from './completion-link.ts';
export { completionLetters } from './completion.mails.ts';
export { completionWordingEn } from './completion.wording.en.ts';
export { completionWordingFr } from './completion.wording.fr.ts';
export { previewCompletion, type CompletionPreview } from './preview-completion.ts';

export const completionEntities: readonly Function[] = [CompletionLinkEntity];

export const completionResolvers: readonly Function[] = [
  CompletionLinkResolver,
  CompleteFirstAccessResolver,
  ExportCompletionLinksResolver,
];
