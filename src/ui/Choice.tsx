type ChoiceProps<Value extends string> = {
  readonly name: string;
  readonly options: readonly { readonly value: Value; readonly text: string; readonly full?: string }[];
  readonly value: Value;
  readonly onChoose: (value: Value) => void;
};

/** One of a few: native radio buttons drawn as a row. */
export function Choice<Value extends string>({ name, options, value, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset className="choice">
      <legend className="hidden">{name}</legend>
      {options.map((option) => (
        <label key={option.value} data-on={option.value === value} title={option.full}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-label={option.full}
            onChange={() => onChoose(option.value)}
          />
          {option.text}
        </label>
      ))}
    </fieldset>
  );
}
