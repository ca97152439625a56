import {
  forgetEndedTokens,
  forgetHalfDone,
  forgetOldBrowsers,
  forgetRecoveryRequests,
} from './modules/accounts/index.ts';
import { sweepUploads } from './modules/documents/index.ts';
import { forgetOldJoining } from './modules/organizations/index.ts';
import { forgetSignOnState } from './modules/sign-on/index.ts';
import { forgetEndedWindows } from './platform/http/attempt-limits.ts';
import { forgetOldKeys } from './platform/database/idempotency.ts';
import { defineJob } from './platform/jobs/job.ts';
import type { Routine } from './platform/jobs/worker.ts';
import { forgetSecrets } from './platform/secrets/forget-secrets.ts';
import type { SigningKeys } from './platform/secrets/signing-keys.ts';

/** What keeps the house tidy by the calendar. None of it decides what is true: being late changes no answer. */
export function housekeeping(keys: SigningKeys): readonly Routine[] {
  const forget = defineJob('forget-what-is-over', async parts => {
    await forgetOldKeys(parts);
    await forgetEndedWindows(parts.db, parts.clock);
    await forgetSecrets(parts);
    await forgetEndedTokens(parts);
    await forgetOldBrowsers(parts);
    await forgetSignOnState(parts);
    await forgetRecoveryRequests(parts);
    await forgetHalfDone(parts);
    await forgetOldJoining(parts);
  });
  const sweep = defineJob('sweep-uploads', sweepUploads);
  const rotate = defineJob('rotate-signing-keys', () => keys.rotate());
  return [
    { job: forget, at: '20 8 * * *' },
    { job: sweep, at: '*/20 * * * *' },
    { job: rotate, at: '40 8 1 */3 *' },
  ];
}
