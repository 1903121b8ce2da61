export function offerPasskeys() {}
