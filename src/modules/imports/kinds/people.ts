import {
  contactsThatOpen,
  lockChangedPersons,
  personsAlikeInFile,
  personsAlikeOnFile,
  personsChangedHere,
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
  lock: lockChangedPersons,
  hold: all => [personsChangedHere(all), contactsThatOpen(all)],
  judge: (all, { associationId }) => ({
    faults: [],
    duplicates: [personsAlikeOnFile(all, associationId), personsAlikeInFile(all)],
  }),
  write: writeStagedPersons,
};
