import type { Asked, Portal } from '../support/portal.ts';
import type { FurnishedBody } from './furnished-body.ts';
import type { Good, MakeGood } from './good.ts';

const SETTINGS = `query ($code: String!) { association(code: $code) { settings {
  version factorRolesOfRealm recoveryPolicy passwordProfile oldPasswords resetLinkMinutes invitationDays
  invitationMismatch handoverApproval transferAcceptance websites { fr en } viewerCan { change } } } }`;

/** As `goodArguments`, for the settings of an association. */
export function goodSettings(
  portal: Portal,
  body: FurnishedBody,
): Readonly<Record<string, readonly MakeGood[]>> {
  const { office } = body;
  const ofOwnAssociation = { associationId: body.ids.Association };
  const input = (fields: object, asked: Asked): Promise<Good> =>
    Promise.resolve({ variables: { input: fields }, asked });

  return {
    updateAssociationSettings: [
      async () => {
        const { code } = body.association;
        const { data } = await portal.graphql<{
          association: {
            settings: {
              websites: { fr: string; en: string };
              viewerCan: unknown;
              factorRolesOfRealm: unknown;
              version: string;
            };
          };
        }>(SETTINGS, { code }, office.asked);
        const { websites, viewerCan: _, factorRolesOfRealm: __, ...settings } = data.association.settings;
        const changed = {
          websiteFr: websites.fr,
          websiteEn: websites.en,
          brandLogoUrl: `${websites.fr}logo.svg`,
          secondPersonAbove: 40,
          approvalAboveCents: 50_000,
          intentDays: 45,
          changeDueDays: 14,
          changesBilledTo: 'TERM_PAYER',
          homeProvince: 'QC',
          nsfFeeCents: 4_500,
        };
        return input(
          { ...ofOwnAssociation, ...settings, factorRoles: ['FINANCE'], ...changed },
          office.asked,
        );
      },
    ],
  };
}
