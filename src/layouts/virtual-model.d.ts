/** Gives the model of this run; `site/model-source.ts` provides it. */
declare module 'virtual:model' {
  import type { Model } from '#model/model.ts'
  export const currentModel: () => Model
}
