/** The displays in which the rules of axe are tried on every kind of page. */
export type Modes = Partial<Record<'text' | 'contrast' | 'simple' | 'pointer', string>>

export const standard: Modes = {}
export const all: Modes = { text: 'largest', contrast: 'high', simple: 'on', pointer: 'large' }

/** 320 pixels are 1280 at 400 %, 640 are 1280 at 200 %. */
export const widths = [320, 640, 1280]

/** The usual display in every width, and each display mode alone and combined with others. */
export const displays: readonly { modes: Modes; width: number; rules: 'meaning' | 'style' }[] = [
  ...widths.map((width) => ({ modes: standard, width, rules: 'style' as const })),
  { modes: { text: 'large' }, width: 1280, rules: 'style' },
  { modes: { text: 'largest' }, width: 320, rules: 'style' },
  { modes: { contrast: 'high' }, width: 1280, rules: 'style' },
  { modes: { pointer: 'large' }, width: 1280, rules: 'style' },
  { modes: { text: 'largest', contrast: 'high' }, width: 1280, rules: 'style' },
  // Simplified mode removes parts of the page, so the rules about meaning are checked in it again.
  { modes: { simple: 'on' }, width: 1280, rules: 'style' },
  { modes: { simple: 'on' }, width: 1280, rules: 'meaning' },
  { modes: all, width: 320, rules: 'style' },
]
