/** Keys and list positions from the root of a file. */
export type Path = readonly (string | number)[]
