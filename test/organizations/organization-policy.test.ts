import { describe, expect, it } from '@jest/globals';
import {
  mayOnOrganization,
  type OrganizationAction,
  type OrganizationRights,
} from '../../src/modules/organizations/organization.policy.ts';
import { CLIENT_SCOPES, ClientScope } from '../../src/platform/graphql/client-scope.ts';

const nobody: OrganizationRights = { delegateRoles: [], isOwn: false, staffRoles: [], scopes: CLIENT_SCOPES };
const delegate = (...delegateRoles: OrganizationRights['delegateRoles']): OrganizationRights => ({
  delegateRoles,
  isOwn: true,
  staffRoles: [],
  scopes: CLIENT_SCOPES,
});
const staff = (...staffRoles: OrganizationRights['staffRoles']): OrganizationRights => ({
  ...nobody,
  staffRoles,
});
const suspended: OrganizationRights = { ...nobody, isOwn: true };

const PRINCIPALS: OrganizationAction[] = ['READ', 'UPDATE_PROFILE', 'MANAGE_DELEGATES', 'HAND_OVER'];
const OFFICES: OrganizationAction[] = [
  'READ',
  'UPDATE_PROFILE',
  'INVITE_DELEGATES',
  'MANAGE_DELEGATES',
  'MERGE',
  'APPOINT_PRINCIPAL',
  'DECIDE_HANDOVER',
];
const ALL: OrganizationAction[] = [
  'READ',
  'UPDATE_PROFILE',
  'INVITE_DELEGATES',
  'MANAGE_DELEGATES',
  'MERGE',
  'HAND_OVER',
  'APPOINT_PRINCIPAL',
  'DECIDE_HANDOVER',
];

describe('who may do what for an organization (C1, C2, C5)', () => {
  it.each<[string, OrganizationRights, OrganizationAction[]]>([
    ['a stranger', nobody, []],
    ['the principal delegate', delegate('PRINCIPAL'), PRINCIPALS],
    ['the contact delegate', delegate('CONTACT'), ['READ', 'UPDATE_PROFILE']],
    ['the dues delegate', delegate('DUES'), ['READ']],
    ['the voting delegate', delegate('VOTING'), ['READ']],
    ['a delegate for dues and contact', delegate('DUES', 'CONTACT'), ['READ', 'UPDATE_PROFILE']],
    ['a delegate whose rights are suspended', suspended, []],
    ['an administrator', staff('ADMIN'), OFFICES],
    ['the membership office', staff('MEMBERSHIP'), OFFICES],
    ['finance', staff('FINANCE'), ['READ']],
    ['learning', staff('LEARNING'), ['READ']],
    ['insurance', staff('INSURANCE'), ['READ']],
    ['a reader', staff('READER'), ['READ']],
    ['an administrator whose own organization it is', { ...suspended, staffRoles: ['ADMIN'] }, ['READ']],
    [
      'an administrator who is its principal delegate',
      { ...delegate('PRINCIPAL'), staffRoles: ['ADMIN'] },
      PRINCIPALS,
    ],
  ])('%s', (_, rights, actions) => {
    expect(ALL.filter(action => mayOnOrganization(action, rights))).toEqual(actions);
  });

  it.each<[string, OrganizationRights, OrganizationAction[]]>([
    ['an administrator, through a tool that reads', staff('ADMIN'), ['READ']],
    ['the principal delegate, through the same', delegate('PRINCIPAL'), PRINCIPALS],
  ])('%s (L3)', (_, rights, actions) => {
    const scopes = [ClientScope.MEMBERS_READ];

    expect(ALL.filter(action => mayOnOrganization(action, { ...rights, scopes }))).toEqual(actions);
  });
});
