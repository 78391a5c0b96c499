import type { KeyboardEvent } from "react";

type TabsProps<Value extends string> = {
  readonly name: string;
  /** null: the panel is folded, so no tab is shown as open; `value` is the one that opens again. */
  readonly panelId: string | null;
  readonly tabs: readonly { readonly value: Value; readonly text: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
};

/** Tabs as the ARIA practices describe them: one tab stop, arrows move between tabs. */
export function Tabs<Value extends string>({ name, panelId, tabs, value, onChoose }: TabsProps<Value>) {
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const place = tabs.findIndex((tab) => tab.value === value);
    const next = (place + by + tabs.length) % tabs.length;
    onChoose(tabs[next].value);
    (event.currentTarget.children[next] as HTMLElement).focus();
  };
  return (
    <div className="tabs" role="tablist" aria-label={name} tabIndex={-1} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          role="tab"
          aria-selected={panelId !== null && tab.value === value}
          aria-controls={panelId ?? undefined}
          tabIndex={tab.value === value ? 0 : -1}
          onClick={() => onChoose(tab.value)}
        >
          {tab.text}
        </button>
      ))}
    </div>
  );
}
