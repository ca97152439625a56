import { coordinatesWordingEn } from './coordinates/coordinates.wording.en.ts';
import { mergingWordingEn } from './merging/merging.wording.en.ts';
import { namingWordingEn } from './naming/naming.wording.en.ts';
import { representationsWordingEn } from './representations/representations.wording.en.ts';
import { sectionsWordingEn } from './sections/sections.wording.en.ts';

export const organizationsWordingEn = {
  ...coordinatesWordingEn,
  ...sectionsWordingEn,
  ...mergingWordingEn,
  ...namingWordingEn,
  ...representationsWordingEn,
  OrganizationNotFound: 'This organization was not found among those whose profile you may change.',

  'DelegateRole.PRINCIPAL': 'Principal delegate',
  'DelegateRole.DUES': 'Dues delegate',
  'DelegateRole.VOTING': 'Voting delegate',
  'DelegateRole.CONTACT': 'Contact delegate',

  'organizations.profile.title': 'Profile of the organization',
  'organizations.profile.submit': 'Save',
  'organizations.profile.legalName': 'Legal name',
  'organizations.profile.legalName.readOnly':
    'The association keeps the legal name as it is registered. Write to the association to have it changed.',
  'organizations.profile.readOnly': 'Your role lets you read this profile, not change it.',
  'organizations.profile.publicNameFr': 'Public name in French',
  'organizations.profile.publicNameEn': 'Public name in English',
  'organizations.profile.email': 'E-mail address',
  'organizations.profile.phone': 'Telephone',
  'organizations.profile.phoneExtension': 'Extension',
  'organizations.profile.website': 'Website',
  'organizations.profile.website.help': 'The whole address, for example https://www.example.ca.',
  'organizations.profile.street': 'Street address',
  'organizations.profile.street2': 'Unit, floor or building',
  'organizations.profile.city': 'City',
  'organizations.profile.province': 'Province or territory',
  'organizations.profile.postalCode': 'Postal code',
  'organizations.profile.country': 'Country',
  'organizations.profile.country.help': 'Two letters, for example CA for Canada.',

  'organizations.province.AB': 'Alberta',
  'organizations.province.BC': 'British Columbia',
  'organizations.province.MB': 'Manitoba',
  'organizations.province.NB': 'New Brunswick',
  'organizations.province.NL': 'Newfoundland and Labrador',
  'organizations.province.NS': 'Nova Scotia',
  'organizations.province.NT': 'Northwest Territories',
  'organizations.province.NU': 'Nunavut',
  'organizations.province.ON': 'Ontario',
  'organizations.province.PE': 'Prince Edward Island',
  'organizations.province.QC': 'Quebec',
  'organizations.province.SK': 'Saskatchewan',
  'organizations.province.YT': 'Yukon',

  'organizations.issue.email': 'This is not an e-mail address.',
  'organizations.issue.website': 'This is not a web address. Write it like https://www.example.ca.',
  'organizations.issue.province': 'Choose a province or territory of Canada.',
  'organizations.issue.postalCode': 'This is not a Canadian postal code. Write it like H3H 1A1.',
  'organizations.issue.country': 'Give the two letters of a country, for example CA.',
  DelegateNotFound: 'This person has no role for the organization now. Load the page again.',
  PrincipalStays:
    'An organization always has a principal delegate. Offer the place to another delegate first, or write to the association.',
  PrincipalHandoverOpen:
    'The place of principal delegate is offered to somebody already. Withdraw that offer first.',
  PrincipalHandoverNotFound: 'This offer is over, or it is not yours to answer.',
  DelegateSuspended:
    'The association has suspended the rights of this person for the organization, and decides what becomes of them. Write to the association.',
  DelegateLimitReached:
    '{limit, plural, one {One person} other {Up to {limit} people}} may act for this organization at once, those invited included. Remove somebody or withdraw an invitation first, or write to the association.',
  'HandoverDecision.APPROVE': 'Approve',
  'HandoverDecision.REFUSE': 'Refuse',
  'organizations.delegates.noRole': 'Choose at least one role, or remove the delegate.',
  'organizations.delegates.principalIsHandedOver':
    'The place of principal delegate is handed over: offer it to another delegate.',
  'organizations.handover.toThemselves': 'You are the principal delegate already. Choose another delegate.',
  'organizations.handover.toNobodySigningIn':
    'This delegate has no account yet. Invite them first, so that they can accept.',
  'organizations.handover.toSuspended':
    'The rights of this delegate are suspended. Write to the association.',
  'organizations.handover.remainingPrincipal':
    'Choose among the other roles: the place of principal delegate is what you hand over.',
  'organizations.mail.question': 'Is this a mistake? Write to {supportEmail}.',
  'organizations.mail.roles.changed.subject': 'Your roles for {organization}',
  'organizations.mail.roles.changed.text': 'From now on you are for {organization}:',
  'organizations.mail.roles.removed.subject': 'You are no longer a delegate of {organization}',
  'organizations.mail.roles.removed.text':
    'You no longer have a role for {organization}, and its pages are no longer open to you. Your account stays as it is.',
  'organizations.mail.offered.subject': 'Will you be principal delegate of {organization}?',
  'organizations.mail.offered.text':
    '{from} offers you the place of principal delegate of {organization}. Nothing changes until you accept.',
  'organizations.mail.offered.answer':
    'Sign in and open the page of the organization to accept or decline. The offer ends on {lastDay}.',
  'organizations.mail.offered.action': 'Go to the website',
  'organizations.mail.done.subject': '{organization} has a new principal delegate',
  'organizations.mail.done.text': '{to} has taken over from {from} as principal delegate of {organization}.',
  'organizations.mail.awaiting.subject': 'Principal delegate of {organization}: the association will decide',
  'organizations.mail.awaiting.text':
    '{to} has agreed to take over from {from} as principal delegate of {organization}. The association approves first: until then {from} stays principal delegate.',
  'organizations.mail.awaiting.until': 'Without a decision by {lastDay} the offer ends.',
  'organizations.mail.toApprove.subject': 'To approve: {to}, principal delegate of {organization}',
  'organizations.mail.toApprove.text':
    '{from} hands over to {to} as principal delegate of {organization}, and {to} has agreed. Approve or refuse it on the page of the organization.',
  'organizations.mail.toApprove.until':
    'Without a decision by {lastDay} the offer ends, and {from} stays principal delegate.',
  'organizations.mail.refused.subject': 'Principal delegate of {organization}: not approved',
  'organizations.mail.refused.text':
    'The association has not approved that {to} take over from {from} as principal delegate of {organization}. {from} stays principal delegate.',
  'organizations.mail.refused.reason': 'Its reason: {reason}',
  'organizations.mail.cancelled.subject': 'Principal delegate of {organization}: the offer is over',
  'organizations.mail.cancelled.text':
    '{why, select, DECLINED {{to} has declined to become principal delegate of {organization}. {from} stays principal delegate.} WITHDRAWN_BY_ASSOCIATION {The association has withdrawn the offer that {from} made to {to} to become principal delegate of {organization}. {from} stays principal delegate.} OVERTAKEN {The offer that {from} made to {to} to become principal delegate of {organization} is over: one of the two no longer has the role or the rights that it takes. It does not begin again by itself, but another one can be made.} other {The offer to {to} to become principal delegate of {organization} was withdrawn. {from} stays principal delegate.}}',
  PrincipalNotSuspended: 'The principal delegate has all their rights, or there is none yet.',
  'organizations.mail.suspended.subject':
    'The association appoints another principal delegate of {organization}',
  'organizations.mail.suspended.text':
    'The association appoints another principal delegate of {organization}. Until they accept you stay on record, but you can no longer act for the organization as its principal delegate.',
  'organizations.mail.reinstated.subject': 'You are principal delegate of {organization} again',
  'organizations.mail.reinstated.text':
    'The association has given you back all your rights as principal delegate of {organization}.',
} as const;
