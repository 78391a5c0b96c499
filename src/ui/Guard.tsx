import { Component, type ReactNode } from "react";

type GuardProps = { readonly onError: (error: unknown) => void; readonly children: ReactNode };

/** Keeps a failure of a part from taking the page with it: the part is gone, and `onError` hears why. */
export class Guard extends Component<GuardProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    this.props.onError(error);
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}
