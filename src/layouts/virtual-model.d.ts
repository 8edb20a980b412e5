/** The module with the model of this run, which `build/model-source.ts` provides. */
declare module 'virtual:model' {
  import type { Model } from '#model/model.ts'
  export const currentModel: () => Model
}
