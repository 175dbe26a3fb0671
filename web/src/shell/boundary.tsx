/** A view that breaks is told of, and the rest of the page stays. */
import { Component, type ReactNode } from 'react';
import { Failed } from '../piece/state.js';

interface Props {
  readonly children: ReactNode;
}

export class Boundary extends Component<Props, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return <Failed error={error} retry={() => this.setState({ error: undefined as never })} />;
  }
}
