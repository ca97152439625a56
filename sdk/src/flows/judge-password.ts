import type { PasswordPolicy } from '../accounts.ts';

/** A rule of the policy, and whether what is typed keeps it so far; null where only the service can tell. */
export type JudgedRule = PasswordPolicy['rules'][number] & { readonly met: boolean | null };

/**
 * Judges what is typed by the rules that the service sent, for a page to show while the person types. The service
 * judges again when the password is set.
 *
 * @example
 * ```ts
 * const policy = await affilia.accounts.passwordPolicy();
 * for (const { label, met } of judgePassword(policy, password)) show(`${met === false ? '○' : '✓'} ${label}`);
 * ```
 */
export function judgePassword(policy: Pick<PasswordPolicy, 'rules'>, typed: string): readonly JudgedRule[] {
  const text = typed.normalize('NFC');
  return policy.rules.map(rule => {
    if (rule.pattern === null) return { ...rule, met: null };
    const count = text.match(new RegExp(rule.pattern, 'gu'))?.length ?? 0;
    return { ...rule, met: count >= (rule.minimum ?? 0) && count <= (rule.maximum ?? Infinity) };
  });
}
