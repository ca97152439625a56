import { isPlainText } from '../../kernel/plain-text.ts';
import { refuse } from '../problem.ts';
import type { Wording } from '../wording/wording.ts';
import { InputIssue, InputIssueCode, InvalidInput } from './invalid-input.ts';

/** Collects everything that is wrong with an input, so that a person corrects a form once and not field by field. */
export class InputIssues {
  private readonly found: InputIssue[] = [];

  constructor(private readonly wording: Wording) {}

  /** Blames a field of the input, or a place inside it; `key` names a sentence that says more than the code's own one. */
  add(
    field: string | readonly string[],
    code: InputIssueCode,
    key = `InputIssue.${code}`,
    values: Record<string, unknown> = {},
  ): void {
    const message = this.wording.of(key, values);
    this.found.push(new InputIssue({ path: ['input', ...[field].flat()], code, message }));
  }

  /** Reads one line of text, trimmed; blank is null. What is blamed reads as null as well. */
  line(field: string | readonly string[], text: string | null | undefined, max: number): string | null {
    const line = text?.normalize('NFC').trim() ?? '';
    if (line.length > max) this.add(field, InputIssueCode.TOO_LONG, undefined, { max });
    else if (!isPlainText(line)) this.add(field, InputIssueCode.BAD_FORMAT);
    else if (line !== '') return line;
    return null;
  }

  /** The same where an answer must be given; empty when it is blamed. */
  requiredLine(field: string, text: string, max: number): string {
    if (text.trim() === '') this.add(field, InputIssueCode.REQUIRED);
    return this.line(field, text, max) ?? '';
  }

  /** Refuses with all that was found; returns when nothing was. */
  refuseIfAny(): void {
    if (this.found.length > 0) refuse(new InvalidInput(this.found));
  }
}
