"use client";

import { Component, type ReactNode } from "react";

type Props = { of: object; children: ReactNode };
type State = { of: object; broken: boolean };

/** Whatever goes wrong in a preview, the form beside it stays. What is typed next is tried again. */
export class PreviewBoundary extends Component<Props, State> {
  override state: State = { of: this.props.of, broken: false };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): State | null {
    return of === state.of ? null : { of, broken: false };
  }

  override render() {
    return this.state.broken ? <p>This cannot be shown the way it is now.</p> : this.props.children;
  }
}
