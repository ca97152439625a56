import { describeError } from './describe-error.ts';
import { redactText } from './redact-text.ts';

/**
 * The second wall: the first is that nobody passes such things to a log. A key that ends in one of these words is
 * blanked wherever it stands, whatever it holds.
 */
const TELLING_KEY =
  /(?:password|passphrase|secret|token|code|key|pin|otp|authori[sz]ation|bearer|cookie|client|visitor|e?mail|address|phone|identifier|username|name|input|variables|body|query|parameters|values|detail)$/;

/** Names of ours that end like a telling key and tell nothing about anybody. */
const HARMLESS_KEYS = new Set(['jobname', 'operationname', 'tablename', 'statementname', 'hostname']);

const DEEPEST = 8;
const MOST_ITEMS = 100;

/** A copy of the facts that is safe to write down. */
export const redact = (facts: object): object => redactValue(facts, 0) as object;

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? '[function]' : value;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value.toJSON();
  if (ArrayBuffer.isView(value)) return '[bytes]';
  if (depth >= DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map(item => redactValue(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      isTelling(key) ? '[hidden]' : redactValue(part, depth + 1),
    ]),
  );
}

function isTelling(key: string): boolean {
  const plain = key.toLowerCase().replaceAll(/[^a-z]/g, '');
  return TELLING_KEY.test(plain) && !HARMLESS_KEYS.has(plain);
}
