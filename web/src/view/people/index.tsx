/** Who acts and speaks: all of them, or one with roles, partners and the latest. */
import { Actors } from './actors.js';
import { One } from './one.js';
import './people.css';

export default function People({ id }: { readonly id?: string }) {
  return id === undefined ? <Actors /> : <One key={id} id={id} />;
}
