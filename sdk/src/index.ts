/**
 * Transport and session. What a site can do comes from the modules that it plugs in: `@affilia/sdk/accounts`,
 * `@affilia/sdk/invitations` and the others.
 */
export { AffiliaError, type AffiliaErrorCode, type AffiliaErrorDetails } from './affilia-error.ts';
export type { Core, Module } from './core.ts';
export { createAffilia, type Affilia, type AffiliaBase, type AffiliaOptions } from './create-affilia.ts';
export type { TypedDocument } from './document.ts';
export type { List, Page, PageArguments, PageInfo } from './list.ts';
export type { InputIssue, Outcome, OutcomeOf, ResultMember, UnknownProblem, ValueOf } from './outcome.ts';
export type { Pause } from './retry.ts';
export type { AffiliaLocale, Destination } from './send.ts';
export type { SignedOut } from './session.ts';
export { memoryStorage, type SessionStorage, type StorageKind } from './session-storage.ts';
export type {
  FormFragment as Form,
  NextStepFragment as NextStep,
  NextStepKind,
  ShownDocumentFragment as ShownDocument,
} from './generated/operations.ts';
