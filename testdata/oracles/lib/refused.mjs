// Refused says that a question cannot be answered as it was asked: the one who asks has to change it.
export class Refused extends Error {}
