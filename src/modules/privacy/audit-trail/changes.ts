import { ID_PREFIXES, toPublicId, type Id, type IdKind } from '../../../kernel/id.ts';
import type { Wording } from '../../../platform/wording/wording.ts';
import type { AuditRow } from './audit-rows.ts';
import { factsOf, isUuid, kindNamed, type Fact } from './facts.ts';
import type { Known } from './who-is-known.ts';

/** A fact of an entry, in words where there are some. */
export interface Change {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

const MOST_CHANGES = 100;
const LONGEST = 500;

const isKind = (kind: string): kind is IdKind => kind in ID_PREFIXES;

/** Null for what has no public id, and for the account of somebody whom the association does not know. */
export function publicIdOf(kind: string | null, uuid: string, known: Known): string | null {
  if (kind === null || !isKind(kind)) return null;
  return kind === 'Account' && !known.accounts.has(uuid) ? null : toPublicId(kind, uuid as Id<IdKind>);
}

const KINDS_OF_COORDINATES = ['Address', 'Phone', 'Email', 'Website'].map(part => `Organization${part}Kind`);

/** Enumerations that facts of a name are of; the first that knows the value words it. */
const ENUMS: Readonly<Record<string, readonly string[]>> = {
  role: ['StaffRole', 'DelegateRole'],
  roles: ['DelegateRole'],
  remainingRoles: ['DelegateRole'],
  factorRoles: ['StaffRole'],
  reach: ['StaffReach'],
  kind: [
    'SecondFactorKind',
    'AccountKind',
    'ClientKind',
    'ImportKind',
    'ExportKind',
    'RepresentationKind',
    ...KINDS_OF_COORDINATES,
  ],
  kinds: ['SharedKind'],
  mode: ['ImportMode'],
  state: ['JoinRequestState', 'RecordMergeState'],
  locale: ['Locale'],
  purpose: ['UploadPurpose'],
  targetKind: ['InvitationTargetKind'],
  signInMode: ['SignInMode'],
  recoveryPolicy: ['RecoveryPolicy'],
  passwordProfile: ['PasswordProfile'],
  invitationMismatch: ['InvitationMismatch'],
  oldPasswords: ['OldPasswords'],
  handoverApproval: ['HandoverApproval'],
  transferAcceptance: ['TransferAcceptance'],
  scopes: ['ClientScope'],
};

function inWords(wording: Wording, { name, value }: Fact): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return wording.of(value ? 'audit.yes' : 'audit.no');
  const text = String(value);
  // What is stored of languages and scopes, `fr-CA` and `members:read`, is spelt otherwise in the API.
  const spelt = text.toUpperCase().replaceAll(/[-:]/g, '_');
  const key = ENUMS[name]?.map(one => `${one}.${spelt}`).find(one => wording.has(one));
  if (key !== undefined) return wording.of(key);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Whether a fact says which record is meant, so that it is told although it did not change. */
const tellsWhich = ({ value }: Fact): boolean => isUuid(value);

/** What an act found and left, fact by fact. What stayed as it was is left out, and so are ids that mean nothing here. */
export function changesOf(
  { subjectKind, before, after }: AuditRow,
  wording: Wording,
  known: Known,
): Change[] {
  const told = (fact: Fact | undefined): string | null => {
    if (fact === undefined) return null;
    return isUuid(fact.value)
      ? publicIdOf(kindNamed(fact.name, subjectKind), fact.value, known)
      : inWords(wording, fact);
  };
  const was = new Map(factsOf(before).map(fact => [fact.path, fact]));
  const is = new Map(factsOf(after).map(fact => [fact.path, fact]));
  const changes = [...new Map([...was, ...is]).values()].flatMap(fact => {
    const [earlier, later] = [was.get(fact.path), is.get(fact.path)];
    if (earlier?.value === later?.value && !tellsWhich(fact)) return [];
    const change = { before: told(earlier), after: told(later) };
    if (change.before === null && change.after === null) return [];
    const key = `audit.field.${fact.name}`;
    return [{ field: fact.path, label: wording.has(key) ? wording.of(key) : fact.path, ...change }];
  });
  return changes.slice(0, MOST_CHANGES);
}

/** What the act is called; its name in the API where it has no words. */
export function actInWords(act: string, wording: Wording): string {
  const key = `audit.act.${act}`;
  return wording.has(key) ? wording.of(key) : act;
}
