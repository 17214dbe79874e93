// Missing says that something is not installed, and what to do.
export class Missing extends Error {}
