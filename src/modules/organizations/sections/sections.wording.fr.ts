import type { sectionsWordingEn } from './sections.wording.en.ts';

export const sectionsWordingFr: Record<keyof typeof sectionsWordingEn, string> = {
  'organizations.sections.form.title': 'Sections de l’organisation',
  'organizations.sections.form.submit': 'Enregistrer les sections',
  'organizations.sections.form.readOnly':
    'Votre rôle vous permet de consulter les sections, mais pas de les modifier.',
  'organizations.sections.form.sectionId': 'Section nᵒ\u00A0{row}',
  'organizations.sections.form.from': 'Premier jour dans la section nᵒ\u00A0{row}',
  'organizations.sections.form.to': 'Dernier jour dans la section nᵒ\u00A0{row}',
  'organizations.sections.form.to.help': 'Laissez vide tant qu’aucune fin n’est prévue.',
  'organizations.sections.form.withdrawn': 'Section nᵒ\u00A0{row}\u00A0: retirer, car elle n’a pas commencé',
  'organizations.sections.issue.unknown':
    'L’association n’a pas cette section. Choisissez-en une dans la liste.',
  'organizations.sections.issue.twice': 'Cette section est indiquée deux fois avec le même premier jour.',
  'organizations.sections.issue.backwards': 'Le dernier jour précède le premier.',
  'organizations.sections.issue.tooFar': 'Choisissez un jour dans les dix prochaines années.',
  'organizations.sections.issue.past':
    'Le passé ne se modifie pas ici\u00A0: choisissez un premier jour à partir d’aujourd’hui, ou un dernier jour à partir d’hier. Pour corriger le passé, écrivez à l’association.',
  'organizations.sections.issue.begun':
    'L’organisation est déjà dans cette section, et cela reste au dossier. Indiquez plutôt un dernier jour.',
  'organizations.sections.issue.over':
    'Cette appartenance est terminée. Si l’organisation revient dans la section, indiquez-en une autre.',
  'organizations.sections.issue.overlap':
    'L’organisation est déjà dans cette section pendant une partie de ces jours. Choisissez d’autres jours.',
};
