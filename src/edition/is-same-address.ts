/** Whether two addresses lead to the same place: `http` that became `https`, a `www.` or a final slash make no difference. */
export function isSameAddress(one: string, other: string): boolean {
  return place(one) === place(other);
}

function place(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
}
