import { readPostalCode } from '../../../kernel/postal-code.ts';
import { isProvince } from '../../../kernel/province.ts';
import type { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';

export const PERSON_ADDRESS_KINDS = { HOME: 'HOME', WORK: 'WORK' } as const;
export type PersonAddressKind = keyof typeof PERSON_ADDRESS_KINDS;

export interface PersonAddressFacts {
  readonly kind: PersonAddressKind;
  readonly street: string;
  readonly street2: string | null;
  readonly city: string;
  /** A code of Canada Post in Canada, a name elsewhere. */
  readonly province: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1, two letters. */
  readonly country: string;
}

export interface TypedPersonAddress {
  readonly kind: PersonAddressKind;
  readonly street: string;
  readonly street2?: string | null;
  readonly city: string;
  readonly province?: string | null;
  readonly postalCode?: string | null;
  readonly country?: string | null;
}

const LONGEST_LINE = 100;
const LONGEST_CODE = 12;
const COUNTRIES = new Intl.DisplayNames('en-CA', { type: 'region', fallback: 'none' });

/** Reads what was typed; whatever cannot be read is blamed. In Canada the province must be said: taxes go by it. */
export const readPersonAddresses = (
  typed: readonly TypedPersonAddress[],
  issues: InputIssues,
): PersonAddressFacts[] => typed.map((address, row) => new Reading(address, row, issues).read(typed));

class Reading {
  constructor(
    private readonly typed: TypedPersonAddress,
    private readonly row: number,
    private readonly issues: InputIssues,
  ) {}

  read(all: readonly TypedPersonAddress[]): PersonAddressFacts {
    const { kind, street2 } = this.typed;
    if (all.findIndex(other => other.kind === kind) !== this.row)
      this.blame('kind', InputIssueCode.NOT_ALLOWED, 'people.address.issue.oneOfKind');
    const country = this.country();
    return {
      kind,
      street: this.required('street'),
      street2: this.issues.line(this.place('street2'), street2, LONGEST_LINE),
      city: this.required('city'),
      province: this.province(country),
      postalCode: this.postalCode(country),
      country,
    };
  }

  private required(field: 'street' | 'city'): string {
    const typed = this.typed[field];
    if (typed.trim() === '') this.blame(field, InputIssueCode.REQUIRED);
    return this.issues.line(this.place(field), typed, LONGEST_LINE) ?? '';
  }

  private country(): string {
    const code = this.typed.country?.trim().toUpperCase() ?? '';
    if (code === '') return 'CA';
    if (/^[A-Z]{2}$/.test(code) && COUNTRIES.of(code) !== undefined) return code;
    this.blame('country', InputIssueCode.NOT_ALLOWED, 'people.address.issue.country');
    return 'CA';
  }

  private province(country: string): string | null {
    const line = this.issues.line(this.place('province'), this.typed.province, LONGEST_LINE);
    if (country !== 'CA') return line;
    const code = line?.toUpperCase() ?? '';
    if (isProvince(code)) return code;
    this.blame(
      'province',
      code === '' ? InputIssueCode.REQUIRED : InputIssueCode.NOT_ALLOWED,
      'people.address.issue.province',
    );
    return null;
  }

  private postalCode(country: string): string | null {
    const line = this.issues.line(this.place('postalCode'), this.typed.postalCode, LONGEST_CODE);
    if (line === null || country !== 'CA') return line;
    const code = readPostalCode(line);
    if (code === null) this.blame('postalCode', InputIssueCode.BAD_FORMAT, 'people.address.issue.postalCode');
    return code;
  }

  private place(field: string): readonly string[] {
    return ['addresses', String(this.row), field];
  }

  private blame(field: string, code: InputIssueCode, key?: string): void {
    this.issues.add(this.place(field), code, key);
  }
}
