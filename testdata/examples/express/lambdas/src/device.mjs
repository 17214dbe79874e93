const phones = /android|iphone/i;

export const find_device = async (click) => ({
  device: phones.test(click.agent) ? "phone" : "computer",
});
