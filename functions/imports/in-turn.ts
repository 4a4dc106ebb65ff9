/** Does the work for each, so many side by side; what comes of it is in the order of what was given. */
export const inTurn = async <T, R>(
  sideBySide: number,
  all: readonly T[],
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> => {
  const done: R[] = []
  for (let from = 0; from < all.length; from += sideBySide)
    done.push(...(await Promise.all(all.slice(from, from + sideBySide).map(work))))
  return done
}
