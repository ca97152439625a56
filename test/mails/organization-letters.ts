import { localDate } from '../../src/kernel/local-date.ts';
import { delegateRolesChanged } from '../../src/modules/organizations/delegates/delegate.mails.ts';
import { DelegateRole } from '../../src/modules/organizations/index.ts';
import {
  joined,
  joinedByThemselves,
  joinRequestDecided,
  joinRequested,
  joinRequestExpired,
  joinRequestReceived,
  joinRequestWithdrawn,
} from '../../src/modules/organizations/joining/joining.mails.ts';
import {
  organizationsJoined,
  organizationsSeparated,
} from '../../src/modules/organizations/merging/merge.mails.ts';
import {
  handoverAwaiting,
  handoverRefused,
  handoverToApprove,
} from '../../src/modules/organizations/principal/handover-approval.mails.ts';
import {
  handoverCancelled,
  handoverDone,
  handoverOffered,
} from '../../src/modules/organizations/principal/principal-handover.mails.ts';
import {
  principalReinstated,
  principalSuspended,
} from '../../src/modules/organizations/principal/principal.mails.ts';
import { RepresentationKind } from '../../src/modules/organizations/representations/representation.enums.ts';
import {
  representationEnded,
  representationRecorded,
} from '../../src/modules/organizations/representations/representation.mails.ts';
import { person, organization, samplesOf, type LetterSample } from './samples-of.ts';

const rolesLeft = [Object.values(DelegateRole), []];

/** The letters of organizations. */
export const ORGANIZATION_LETTERS: readonly LetterSample[] = [
  ...samplesOf(delegateRolesChanged, { values: rolesLeft.map(roles => ({ organization, roles })) }),
  ...samplesOf(handoverOffered, {
    values: [{ organization, from: person, lastDay: localDate('2026-12-01') }],
  }),
  ...samplesOf(handoverDone, { values: [{ organization, from: person, to: 'Noël D’Amours' }] }),
  ...samplesOf(handoverCancelled, {
    values: (['DECLINED', 'WITHDRAWN', 'WITHDRAWN_BY_ASSOCIATION', 'OVERTAKEN'] as const).map(why => ({
      organization,
      from: person,
      to: 'Noël',
      why,
    })),
  }),
  ...[handoverAwaiting, handoverToApprove].flatMap(letter =>
    samplesOf(letter, {
      values: [{ organization, from: person, to: 'Noël D’Amours', lastDay: localDate('2026-12-01') }],
    }),
  ),
  ...samplesOf(handoverRefused, {
    values: [{ organization, from: person, to: 'Noël D’Amours', reason: 'Procès-verbal <manquant>' }],
  }),
  ...[principalSuspended, principalReinstated].flatMap(letter =>
    samplesOf(letter, { values: [{ organization }] }),
  ),
  ...samplesOf(joinRequested, { values: [{ organization, person, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestReceived, { values: [{ organization, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestDecided, {
    values: [
      { organization, roles: Object.values(DelegateRole), reason: null },
      { organization, roles: [], reason: null },
      { organization, roles: [], reason: 'Contrat <terminé>' },
    ],
  }),
  ...samplesOf(joinRequestExpired, { values: [{ organization, lastDay: localDate('2026-12-01') }] }),
  ...samplesOf(joinRequestWithdrawn, { values: [{ organization, person }] }),
  ...samplesOf(joinedByThemselves, {
    values: [
      { organization, person, way: 'EMAIL_DOMAIN', domain: 'boreal.example' },
      { organization, person, way: 'CODE', domain: '' },
    ],
  }),
  ...samplesOf(joined, { values: [{ organization }] }),
  ...[representationRecorded, representationEnded].flatMap(letter =>
    samplesOf(letter, {
      values: (['REPRESENTATIVE', 'REPRESENTED'] as const).flatMap(reader =>
        Object.values(RepresentationKind).flatMap(kind =>
          [null, '2027-01-31', '2026-11-30'].map(lastDay => ({
            reader,
            kind,
            representative: person,
            represented: organization,
            firstDay: localDate('2026-12-01'),
            lastDay: lastDay === null ? null : localDate(lastDay),
          })),
        ),
      ),
    }),
  ),
  ...[organizationsJoined, organizationsSeparated].flatMap(letter =>
    samplesOf(letter, { values: [{ kept: organization, other: 'Boréales inc.' }] }),
  ),
];
