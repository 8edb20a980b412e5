/** What the tests use of the Frictionless implementation for JavaScript, which brings no types. */
declare module 'datapackage' {
  interface Resource {
    readonly name: string
    /** Every row with its values cast to their types; throws where a cell or a relation is wrong. */
    read: (options: { keyed: true; relations: true }) => Promise<Record<string, unknown>[]>
  }
  export class Package {
    static load(descriptor: string): Promise<Package>
    readonly valid: boolean
    readonly errors: readonly Error[]
    readonly resources: readonly Resource[]
  }
}
