/** The resolver of the connection itself: what it gives is what is connected to, so no second answer can differ. */
import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './address.js';

/** Thrown into the connection when a name leads to an address that may not be read from. */
export class PrivateAddressError extends Error {
  constructor(readonly address: string) {
    super(`${address} is no public address`);
  }
}

type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Refuses a name if any of its addresses is not public. `resolve` is asked once for each connection. */
export function publicLookup(resolve: Resolve = dnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const refused = addresses?.find(({ address }) => !isPublicAddress(address));
      const [first] = addresses ?? [];
      if (error) callback(error, []);
      else if (refused) callback(new PrivateAddressError(refused.address), []);
      else if (!first) callback(new Error(`${hostname} has no address`), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
