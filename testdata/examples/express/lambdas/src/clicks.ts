interface Click {
  page: string;
  address: string;
  agent: string;
}

interface Failure {
  Error: string;
  Cause: string;
}

export async function parseEvent(event: { detail: Partial<Click> }): Promise<Click> {
  const { page, address, agent } = event.detail;
  if (!page || !address) {
    throw new TypeError("a click needs a page and an address");
  }
  return { page, address, agent: agent ?? "" };
}

export const findPlace = async (click: Click): Promise<{ page: string; place: string }> => ({
  page: click.page,
  place: click.address.startsWith("10.") ? "office" : "elsewhere",
});

export async function countClick(answers: Array<Record<string, string> | Failure>) {
  const known = answers.filter((answer) => !("Error" in answer));
  return Object.assign({ count: 1 }, ...known);
}
