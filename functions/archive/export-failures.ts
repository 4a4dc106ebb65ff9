/** Why an export could not be made: a closed list, told to whoever asked for it (P-10). */
import type { Bilingual } from '../../shared/roles.ts'

export const exportFailures = {
  'no-right': {
    en: 'You may no longer read the archive of this dossier.',
    fr: "Vous ne pouvez plus lire l'archive de ce dossier.",
  },
  'nothing-left': {
    en: 'The archive holds nothing of this period that you may read.',
    fr: "L'archive ne contient rien de cette période que vous puissiez lire.",
  },
  'too-large': {
    en: 'More was archived meanwhile: the period now holds more than one export takes.',
    fr: "D'autres documents ont été archivés entre-temps : la période dépasse ce que contient une exportation.",
  },
  'file-differs': {
    en: 'A file of the archive is missing or is not what was archived: tell your administrator.',
    fr: "Un fichier de l'archive manque ou diffère de ce qui a été archivé : prévenez votre administrateur.",
  },
  'export-differs': {
    en: 'The file that was made did not hold what it should: ask again.',
    fr: "Le fichier créé ne contenait pas ce qu'il devait : refaites la demande.",
  },
  interrupted: {
    en: 'The export was interrupted: ask again.',
    fr: "L'exportation a été interrompue : refaites la demande.",
  },
} as const satisfies Record<string, Bilingual>

export type ExportFailure = keyof typeof exportFailures
export const exportFailureNames = Object.keys(exportFailures) as [ExportFailure, ...ExportFailure[]]
