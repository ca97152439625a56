import { isProvince } from '../../../kernel/province.ts';
import type { Context } from '../../../platform/context.ts';
import { InputIssues } from '../../../platform/graphql/input-issues.ts';
import { InputIssueCode } from '../../../platform/graphql/invalid-input.ts';
import { isOnSiteOf } from '../own-site.ts';
import type { StaffRole } from '../staff.enums.ts';
import {
  APPROVAL_ABOVE_CENTS,
  CHANGE_DUE_DAYS,
  factorRolesOfRealm,
  INTENT_DAYS,
  INVITATION_DAYS,
  inOrder,
  NSF_FEE_CENTS,
  RESET_LINK_MINUTES,
  SECOND_PERSON_ABOVE,
  type SettingsFacts,
} from './association-settings.ts';

/** What was asked to be changed; what is left out stays as it is. */
export type TypedSettings = {
  readonly [K in keyof SettingsFacts]?:
    (K extends 'homeProvince' ? string | null : SettingsFacts[K]) | undefined;
};

export const LONGEST_ADDRESS = 500;

/** The settings as they would be. Every fault is told at once. */
export function readSettings(
  { wording, settings: { realmMode } }: Pick<Context, 'wording' | 'settings'>,
  before: SettingsFacts,
  typed: TypedSettings,
): SettingsFacts {
  const issues = new InputIssues(wording);
  const given = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
  const wanted: SettingsFacts = { ...before, ...(given as Partial<SettingsFacts>) };
  if (typed.factorRoles) judgeRoles(issues, typed.factorRoles, factorRolesOfRealm(realmMode), wording);
  judgeCount(issues, 'resetLinkMinutes', typed.resetLinkMinutes, RESET_LINK_MINUTES);
  judgeCount(issues, 'invitationDays', typed.invitationDays, INVITATION_DAYS);
  judgeCount(issues, 'secondPersonAbove', typed.secondPersonAbove ?? undefined, SECOND_PERSON_ABOVE);
  judgeCount(issues, 'approvalAboveCents', typed.approvalAboveCents ?? undefined, APPROVAL_ABOVE_CENTS);
  judgeCount(issues, 'intentDays', typed.intentDays, INTENT_DAYS);
  judgeCount(issues, 'changeDueDays', typed.changeDueDays, CHANGE_DUE_DAYS);
  judgeCount(issues, 'nsfFeeCents', typed.nsfFeeCents ?? undefined, NSF_FEE_CENTS);
  if (typed.homeProvince != null && !isProvince(typed.homeProvince))
    issues.add('homeProvince', InputIssueCode.NOT_ALLOWED);
  const readable = judgeWebsites(issues, typed);
  const { brandLogoUrl } = wanted;
  if (readable && brandLogoUrl !== null && !isOnSiteOf(wanted, brandLogoUrl))
    issues.add('brandLogoUrl', InputIssueCode.NOT_ALLOWED, 'associations.issue.logo');
  issues.refuseIfAny();
  return { ...wanted, factorRoles: inOrder(wanted.factorRoles) };
}

function judgeRoles(
  issues: InputIssues,
  roles: readonly StaffRole[],
  ofRealm: readonly StaffRole[],
  wording: Context['wording'],
): void {
  const missing = ofRealm.filter(role => !roles.includes(role));
  if (missing.length === 0) return;
  const named = missing.map(role => wording.of(`StaffRole.${role}`)).join(', ');
  issues.add('factorRoles', InputIssueCode.NOT_ALLOWED, 'associations.issue.factorRoles', { roles: named });
}

function judgeCount(
  issues: InputIssues,
  field: string,
  count: number | undefined,
  range: { readonly min: number; readonly max: number },
): void {
  if (count !== undefined && (count < range.min || count > range.max))
    issues.add(field, InputIssueCode.OUT_OF_RANGE, undefined, range);
}

/** Whether they can be read: what is on file was judged when it came. */
function judgeWebsites(issues: InputIssues, { websiteFr, websiteEn }: TypedSettings): boolean {
  const wrong = Object.entries({ websiteFr, websiteEn }).filter(
    ([, address]) => address !== undefined && !isWebsite(address),
  );
  for (const [field] of wrong) issues.add(field, InputIssueCode.BAD_FORMAT, 'associations.issue.website');
  return wrong.length === 0;
}

function isWebsite(address: string): boolean {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' || url.href !== address) return false;
  return url.username === '' && url.password === '' && !address.includes('#') && url.hostname.includes('.');
}
