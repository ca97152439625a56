import {
  personsAlikeInFile,
  personsAlikeOnFile,
  readStagedPerson,
  writeStagedPersons,
} from '../../people/index.ts';
import { column, REQUIRED, requiredKey, type Kind } from './kind.ts';

export const people: Kind = {
  columns: [
    column('id', 'identifiant', 'id', REQUIRED),
    column('givenName', 'prénom', 'given name', REQUIRED),
    column('familyName', 'nom', 'family name', REQUIRED),
    column('locale', 'langue', 'language', REQUIRED),
    column('contactEmail', 'courriel', 'email'),
    column('workPhone', 'téléphone', 'phone'),
    column('workPhoneExtension', 'poste', 'extension'),
  ],
  read: (row, issues) => ({ key: requiredKey(row, issues, 'id'), data: readStagedPerson(row, issues) }),
  judge: async (tx, all, associationId) => ({
    faults: [],
    duplicates: [
      ...(await personsAlikeOnFile(tx, all, associationId)),
      ...(await personsAlikeInFile(tx, all.batchId)),
    ],
  }),
  write: writeStagedPersons,
};
