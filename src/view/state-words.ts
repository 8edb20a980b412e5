/** How a state is coloured; `alert` is for what failed or is known to be overdue, nothing else. */
export type Tone = 'neutral' | 'due' | 'done' | 'alert'

export interface StateWords {
  label: string
  tone: Tone
}
