/**
 * What was done with people's records, for those who answer for it.
 *
 * Responsible for: reading the audit trail of an association, in words, and exporting it.
 * Not responsible for: writing it, which each act does (platform/audit), nor for making and keeping export files
 * (documents).
 */
import { AuditTrailResolver } from './audit-trail/audit-trail.graphql.ts';

export { exportAuditTrail } from './audit-trail/export-audit-trail.ts';
export { actsWordingEn } from './acts.wording.en.ts';
export { actsWordingFr } from './acts.wording.fr.ts';
export { privacyWordingEn } from './privacy.wording.en.ts';
export { privacyWordingFr } from './privacy.wording.fr.ts';

export const privacyResolvers: readonly Function[] = [AuditTrailResolver];
