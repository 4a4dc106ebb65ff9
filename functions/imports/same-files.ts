/** The place of the first file that has the content of the file at this place; `null` where it is the first itself. */
export const firstOfSame = (files: readonly { readonly sha256: string }[], at: number): number | null => {
  const first = files.findIndex(({ sha256 }) => sha256 === files[at]?.sha256)
  return first === at ? null : first
}
