/** Why a guest is given neither a sheet nor another role (C-05). */
export const guestsHaveNothing = {
  en: 'A guest has neither a sheet nor another role: they see only what is shared with them.',
  fr: "Un invité n'a ni fiche ni autre rôle : il ne voit que ce qui est partagé avec lui.",
}
