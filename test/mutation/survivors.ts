/**
 * Mutants of the engine that no test can tell from it, each with the reason why. One that survives and is not here
 * fails `npm run mutate`, and so does one that is here and is noticed.
 */
export const survivors: readonly { readonly reason: string; readonly mutants: readonly string[] }[] = [
  {
    reason:
      "An empty list stands for “no groups”, and another list is noticed only if a group is called by the mutant's own words.",
    mutants: [
      'shared/rules/facts.ts · meeting?.groupIds ?? libraryDocument?.groupIds ?? task?.groupIds ?? (group === undefined ? [] : [group.groupId]) · [] → ["Stryker was here"]',
    ],
  },
  {
    reason: 'Never reached: where decide() allows an action, there are rules on it.',
    mutants: [
      'shared/rules/decide.ts · return (policy[action] ?? []).flatMap((row): Cause[] => { · [] → ["Stryker was here"]',
    ],
  },
  {
    reason:
      'The compiler asks for it: just before, it was made sure that an Assistant is attached to somebody who is active.',
    mutants: [
      'shared/rules/who.ts · ? seat.attachedTo?.personId === annotation.authorId · seat.attachedTo?.personId → seat.attachedTo.personId',
      "shared/rules/facts.ts · seat?.role === 'assistant' && seat.attachedTo?.active === true ? seat.attachedTo : undefined · seat.attachedTo?.active === true → true",
      "shared/rules/facts.ts · seat?.role === 'assistant' && seat.attachedTo?.active === true ? seat.attachedTo : undefined · seat.attachedTo?.active → seat.attachedTo.active",
    ],
  },
  {
    reason:
      "An empty list stands for “nobody”, and another is noticed only if somebody's id is the mutant's own words.",
    mutants: [
      'shared/rules/facts.ts · const participants = situation.meeting?.participants ?? [] · [] → ["Stryker was here"]',
    ],
  },
  {
    reason: 'The compiler asks for it: whoever collaborates has a share.',
    mutants: [
      "shared/rules/who.ts · 'writing collaborator': by(['share'], (situation) => collaborates(situation) && situation.share?.access === 'write'), · situation.share?.access → situation.share.access",
    ],
  },
  {
    reason: 'The compiler asks for it: whoever is a member of the space has a membership.',
    mutants: [
      'shared/rules/who.ts · if (!memberOfSpace(situation) || membership === undefined || application === undefined) return undefined · membership === undefined → false',
      "shared/rules/who.ts · return by(['space'], (situation) => memberOfSpace(situation) && situation.membership?.level === 'administrator') · situation.membership?.level → situation.membership.level",
    ],
  },
  {
    reason: 'The compiler asks for it: a member has no profile, and who uses a dossier is a client user.',
    mutants: [
      "shared/rules/who.ts · situation.actor.kind === 'client-user' && situation.actor.profile === rest && usesDossier(situation), · situation.actor.kind === 'client-user' → true",
    ],
  },
  {
    reason:
      "Words are a closed list: a word without a space has no rest that is looked at, and none but a sheet's begins, or ends, like a sheet's.",
    mutants: [
      `shared/rules/who.ts · const [kind, rest = ''] = who.split(/ (.*)/s) · '' → "Stryker was here!"`,
      'shared/rules/who.ts · const words = /^(view|edit) (.+): (.+)$/.exec(who) · /^(view|edit) (.+): (.+)$/ → /(view|edit) (.+): (.+)$/',
      'shared/rules/who.ts · const words = /^(view|edit) (.+): (.+)$/.exec(who) · /^(view|edit) (.+): (.+)$/ → /^(view|edit) (.+): (.+)/',
    ],
  },
]
