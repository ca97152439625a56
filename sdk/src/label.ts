import type { AffiliaLocale } from './send.ts';

/** A word in both languages. */
export interface Label {
  readonly fr: string;
  readonly en: string;
}

/** The labels of an enumeration, by value. */
export type Labels<Value extends string> = Readonly<Record<Value, Label>>;

/**
 * The label of a value; the value itself when it is newer than this version of the SDK.
 *
 * @example
 * ```ts
 * labelOf(delegateRoleLabels, delegation.role, 'fr-CA');
 * ```
 */
export function labelOf(labels: Labels<string>, value: string, locale: AffiliaLocale): string {
  return labels[value]?.[locale === 'fr-CA' ? 'fr' : 'en'] ?? value;
}
