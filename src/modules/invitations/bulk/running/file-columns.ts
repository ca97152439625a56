import { readEmailAddress } from '../../../../kernel/email-address.ts';
import { searchKey } from '../../../../kernel/search-key.ts';
import type { Column } from '../../../../platform/csv/header.ts';
import { localeInCell, type Words } from '../../../../platform/staging/read-cells.ts';
import type { TypedRow } from '../../../../platform/staging/typed-row.ts';
import { DELEGATE_ROLES, type DelegateRole } from '../../../organizations/index.ts';
import type { StagedDraft } from './staged-draft.ts';

const column = (field: string, fr: string, en: string, required = false): Column => ({
  field,
  fr,
  en,
  required,
});

export const COLUMNS: readonly Column[] = [
  column('email', 'courriel', 'email', true),
  column('givenName', 'prénom', 'given name'),
  column('familyName', 'nom', 'family name'),
  column('locale', 'langue', 'language'),
  column('organization', 'organisation', 'organization'),
  column('roles', 'rôles', 'roles'),
  column('memberNumber', 'numéro de membre', 'member number'),
];

/** A row of a file; null where a role is none. What an empty cell means is judged with the rest of the row. */
export function readFileRow(row: TypedRow, roleWords: Words<DelegateRole>): StagedDraft | null {
  const roles = readRoles(row.text('roles'), roleWords);
  const said = (field: string): string | undefined => row.text(field) || undefined;
  const draft = {
    email: row.text('email'),
    locale: localeInCell(row.text('locale')),
    givenName: said('givenName'),
    familyName: said('familyName'),
    organization: said('organization'),
    memberNumber: said('memberNumber'),
  };
  // An address in which something is wrong is the first thing to put right, whatever else is.
  if (roles === null && readEmailAddress(draft.email) !== null) return null;
  const present = Object.entries({ ...draft, roles: roles?.length ? roles : undefined });
  return Object.fromEntries(present.filter(([, value]) => value !== undefined)) as unknown as StagedDraft;
}

/** Parted by commas, semicolons or bars; each by its code or its label in either language. */
function readRoles(cell: string, words: Words<DelegateRole>): readonly DelegateRole[] | null {
  const named = cell
    .split(/[,;|]/)
    .map(word => word.trim())
    .filter(word => word !== '')
    .map(word => words.get(searchKey(word)));
  if (named.includes(undefined)) return null;
  return DELEGATE_ROLES.filter(role => named.includes(role));
}

/** Two rows with the same one invite the same address to the same thing; null where no address can be read. */
export function sameness(draft: StagedDraft): string | null {
  const { email, organization, roles = [], memberNumber, givenName = '', familyName = '' } = draft;
  const address = readEmailAddress(email);
  if (!address) return null;
  const target =
    organization !== undefined
      ? ['O', searchKey(organization), ...roles]
      : memberNumber !== undefined
        ? ['M', memberNumber]
        : ['P', searchKey(`${givenName} ${familyName}`)];
  return JSON.stringify([address.normalized, ...target]);
}
