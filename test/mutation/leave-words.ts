/** A plugin of Stryker's: sentences for people are no behaviour, so what stands at `en` and `fr` is not mutated. */
type Property = { readonly type: string; readonly key?: { readonly name?: string } }

const words = {
  shouldIgnore({ node: { type, key } }: { readonly node: Property }): string | undefined {
    return type === 'ObjectProperty' && (key?.name === 'en' || key?.name === 'fr') ? 'words for people' : undefined
  },
}

export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: words }]
