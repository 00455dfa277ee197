/** An address with `%20` and the like decoded; as it is where that is no right encoding. */
export function decodeAddress(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
