/** Why a text is not shown as HTML; in Markdown it is there always. */
export const reasonsWithoutHtml = ['too-deep', 'too-large', 'too-slow'] as const
export type ReasonWithoutHtml = (typeof reasonsWithoutHtml)[number]
