import { registerEnumType } from 'type-graphql';

export enum RepresentationKind {
  EXECUTOR = 'EXECUTOR',
  TRUSTEE = 'TRUSTEE',
  MANDATARY = 'MANDATARY',
  TUTOR = 'TUTOR',
  DIRECTOR = 'DIRECTOR',
}
registerEnumType(RepresentationKind, {
  name: 'RepresentationKind',
  description: 'By which title somebody stands for another.',
  valuesConfig: {
    EXECUTOR: {
      description: 'Settles the estate of somebody who died: liquidator in Quebec. Of persons alone.',
    },
    TRUSTEE: { description: 'Administers a trust.' },
    MANDATARY: { description: 'Acts under a mandate or a power of attorney.' },
    TUTOR: { description: 'Looks after somebody who cannot do so themselves. Of persons alone.' },
    DIRECTOR: { description: 'Administers a company or another legal person.' },
  },
});

export const REPRESENTATION_KINDS: readonly RepresentationKind[] = Object.values(RepresentationKind);
