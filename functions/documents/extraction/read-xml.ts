import { Parser } from 'htmlparser2'

type Reader = {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** Reads XML from beginning to end, without a tree of it; entities of its own making are not resolved. */
export const readXml = (xml: Uint8Array | undefined, { open, text, close }: Reader): void => {
  if (xml === undefined) return
  const parser = new Parser(
    {
      ...(open && { onopentag: open }),
      ...(text && { ontext: text }),
      ...(close && { onclosetag: close }),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(new TextDecoder().decode(xml))
}
