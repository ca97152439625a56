import {
  lockChangedOrganizations,
  judgeStagedSections,
  organizationsAlikeInFile,
  organizationsAlikeOnFile,
  organizationsChangedHere,
  readStagedOrganization,
  writeStagedOrganizations,
} from '../../organizations/index.ts';
import { column, REQUIRED, requiredKey, type Kind } from './kind.ts';

export const organizations: Kind = {
  columns: [
    column('id', 'identifiant', 'id', REQUIRED),
    column('legalName', 'nom légal', 'legal name', REQUIRED),
    column('publicNameFr', 'nom français', 'french name'),
    column('publicNameEn', 'nom anglais', 'english name'),
    column('email', 'courriel', 'email'),
    column('phone', 'téléphone', 'phone'),
    column('phoneExtension', 'poste', 'extension'),
    column('website', 'site web', 'website'),
    column('street', 'rue', 'street'),
    column('street2', 'rue 2', 'street 2'),
    column('city', 'ville', 'city'),
    column('province', 'province', 'province'),
    column('postalCode', 'code postal', 'postal code'),
    column('country', 'pays', 'country'),
    column('sections', 'sections', 'sections'),
  ],
  read(row, issues) {
    const { data, ofNew } = readStagedOrganization(row, issues);
    return {
      key: requiredKey(row, issues, 'id'),
      data,
      ofNew,
      ...(data.sections && { ids: data.sections.map((_, place) => `sections${String(place + 1)}`) }),
    };
  },
  lock: lockChangedOrganizations,
  hold: organizationsChangedHere,
  judge: (all, { associationId }) => ({
    faults: judgeStagedSections(all, associationId),
    duplicates: [organizationsAlikeOnFile(all, associationId), organizationsAlikeInFile(all)],
  }),
  write: writeStagedOrganizations,
};
