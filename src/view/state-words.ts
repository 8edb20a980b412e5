/** How a state is coloured. `alert` is only for failures and for what is known to be overdue. */
export type Tone = 'neutral' | 'due' | 'done' | 'alert'

export interface StateWords {
  label: string
  tone: Tone
}
