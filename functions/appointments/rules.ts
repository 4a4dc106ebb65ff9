import type { Rule } from '../../shared/rules/rule.ts'

export const rules = [
  {
    id: 'appointment.read/own',
    action: 'appointment.read',
    on: 'appointment',
    allow: 'view calendars: own',
    when: ['calendar is their own'],
    source: 'S-06',
    en: 'A team member sees the appointments of their own calendar.',
    fr: "Un membre de l'équipe voit les rendez-vous de son propre calendrier.",
  },
  {
    id: 'appointment.read/all',
    action: 'appointment.read',
    on: 'appointment',
    allow: 'view calendars: all',
    source: 'S-06',
    en: 'Whose sheet opens all calendars to view sees every appointment.',
    fr: 'Qui a une fiche ouvrant tous les calendriers en lecture voit chaque rendez-vous.',
  },
  {
    id: 'appointment.edit/own',
    action: 'appointment.edit',
    on: 'appointment',
    allow: 'edit calendars: own',
    when: ['calendar is their own'],
    source: 'S-06',
    en: 'A team member makes and changes the appointments of their own calendar.',
    fr: "Un membre de l'équipe fixe et modifie les rendez-vous de son propre calendrier.",
  },
  {
    id: 'appointment.edit/all',
    action: 'appointment.edit',
    on: 'appointment',
    allow: 'edit calendars: all',
    source: 'S-06',
    en: 'Whose sheet opens all calendars to edit makes and changes appointments in every calendar.',
    fr: 'Qui a une fiche ouvrant tous les calendriers en modification fixe et modifie des rendez-vous dans chacun.',
  },
] as const satisfies readonly Rule[]
